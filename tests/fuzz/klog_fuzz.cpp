#include "gradus/exchange/klog.hpp"

#include "fuzz/entries.hpp"
#include "support/foreign_file.hpp"

#include <cstddef>
#include <cstdint>

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gradus::testing::ForeignFile file("fuzz", {reinterpret_cast<const char*>(data), size});
  const auto offset_of = [](gradus::calendar::Date, gradus::calendar::TimeOfDay) {
    return gradus::calendar::Minutes{60};
  };
  gradus::testing::check_entries(*gradus::exchange::read_klog(file.source(), {}, offset_of));
  return 0;
}
