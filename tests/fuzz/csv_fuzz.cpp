#include "gradus/exchange/csv.hpp"

#include "fuzz/entries.hpp"
#include "support/foreign_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

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
  const std::string text{reinterpret_cast<const char*>(data), size};
  const auto check = [&](const gradus::exchange::CsvWords& words) {
    gradus::testing::ForeignFile file("fuzz", text);
    gradus::testing::check_entries(*gradus::exchange::read_csv(file.source(), words));
  };
  check(words());
  auto problems = words();
  problems.layout = gradus::exchange::CsvLayout::problem_list;
  problems.values = {{"topic", "joins"}, {"difficulty", "easy"}, {"minutes", "15"}};
  check(problems);
  auto times = words();
  times.layout = gradus::exchange::CsvLayout::time_table;
  times.date_order = gradus::exchange::DateOrder::dmy;
  check(times);
  return 0;
}
