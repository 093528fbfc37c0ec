#include "support/random_plan.hpp"

#include "support/random_journal.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>

namespace gradus::testing::random {

using calendar::Date;
using calendar::Days;
using calendar::Minutes;

calendar::Availability some_availability() {
  std::string spec = fmt::format("mon={}m@06:00", number(1, 299));
  const int slots = number(0, 7);
  for (int i = 0; i < slots; ++i) {
    const std::chrono::weekday weekday{static_cast<unsigned>(number(0, 6))};
    spec += fmt::format(",{}={}m", calendar::short_name(weekday), number(1, 90));
    // Later than Monday's, and each with two hours of its own.
    if (flag() && i < 6) spec += fmt::format("@{}:00", 12 + 2 * i);
    const auto kind = static_cast<std::size_t>(number(0, 3));
    if (kind < 3) spec += fmt::format(":{}", name(calendar::block_kinds.at(kind)));
  }
  return calendar::Availability::parse(spec);
}

std::vector<plan::Break> some_breaks(Date from) {
  std::vector<plan::Break> breaks;
  Date day = from;
  for (int i = number(0, 3); i > 0; --i) {
    const Date first = day + Days{number(1, 20)};
    day = first + Days{number(0, 12)};
    breaks.push_back({first, day});
    day = day + Days{1};
  }
  return breaks;
}

plan::Frame some_frame(Date start) {
  auto available = some_availability();
  const auto fit = flag() ? plan::Fit::weekly : plan::Fit::flow;
  return {start, std::move(available), fit, some_breaks(start)};
}

curriculum::WeekMinutes some_week_minutes() {
  const auto minutes = [] { return Minutes{flag() ? 0 : number(1, 400)}; };
  return {minutes(), minutes(), minutes()};
}

}  // namespace gradus::testing::random
