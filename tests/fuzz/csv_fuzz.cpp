#include "gradus/exchange/csv.hpp"

#include "fuzz/entries.hpp"
#include "support/foreign_file.hpp"

#include <cstddef>
#include <cstdint>

namespace {

gradus::exchange::CsvWords words() {
  gradus::exchange::CsvWords words;
  words.topics = {{gradus::curriculum::TopicId("joins"), "Joins", {}, {}}};
  words.offset_of = [](gradus::calendar::Date, gradus::calendar::TimeOfDay) {
    return gradus::calendar::Minutes{60};
  };
  return words;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gradus::testing::ForeignFile file("fuzz", {reinterpret_cast<const char*>(data), size});
  gradus::testing::check_entries(*gradus::exchange::read_csv(file.source(), words()));
  return 0;
}
