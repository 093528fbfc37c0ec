#include "gradus/exchange/jsonl.hpp"

#include "fuzz/entries.hpp"
#include "support/foreign_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gradus::testing::ForeignFile file("fuzz", {reinterpret_cast<const char*>(data), size});
  gradus::testing::check_entries(*gradus::exchange::read_jsonl(file.source()));
  return 0;
}
