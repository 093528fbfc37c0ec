#include "gradus/exchange/airflow_runs.hpp"
#include "gradus/exchange/timewarrior.hpp"
#include "gradus/exchange/wakatime.hpp"

#include "fuzz/entries.hpp"
#include "support/foreign_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const auto offset_of = [](gradus::calendar::Date, gradus::calendar::TimeOfDay) {
    return gradus::calendar::Minutes{60};
  };
  gradus::testing::ForeignFile intervals("fuzz", text);
  gradus::testing::check_entries(
      *gradus::exchange::read_timewarrior(intervals.source(), {}, offset_of));
  gradus::testing::ForeignFile runs("fuzz", text);
  gradus::testing::check_entries(*gradus::exchange::read_airflow_runs(runs.source(), offset_of));
  gradus::testing::ForeignFile days("fuzz", text);
  gradus::testing::check_entries(*gradus::exchange::read_wakatime(days.source(), {}));
  return 0;
}
