#include "gradus/exchange/jsonl.hpp"

#include "fuzz/expect.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>

namespace {

using gradus::exchange::JsonlReader;
using gradus::journal::Entry;

// Nothing at the end and at the first line that holds no entry.
std::optional<Entry> next(JsonlReader& reader) {
  try {
    return reader.next();
  } catch (const gradus::Error&) {
    return std::nullopt;
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in{std::string{reinterpret_cast<const char*>(data), size}};
  JsonlReader reader{in, "fuzz.jsonl"};
  while (const auto entry = next(reader)) {
    // No Error is caught here: what gradus writes, it has to read.
    const std::string line = gradus::exchange::to_json(*entry);
    const Entry again = gradus::exchange::from_json(line, 1, "written.jsonl");
    gradus::testing::expect(gradus::exchange::to_json(again) == line,
                            "an entry survives to_json and from_json");
  }
  return 0;
}
