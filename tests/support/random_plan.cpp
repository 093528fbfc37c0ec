#include "support/random_plan.hpp"

#include "gradus/plan/build_plan.hpp"

#include "support/curriculum_builder.hpp"
#include "support/random_journal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

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

curriculum::Tier some_tier(const std::string& id) {
  std::vector<curriculum::Week> weeks;
  for (int i = number(1, 4); i > 0; --i) {
    weeks.push_back(test::week(fmt::format("{}{}", id, weeks.size() + 1)));
    weeks.back().minutes = some_week_minutes();
  }
  return test::tier(id, std::move(weeks));
}

plan::Shape some_shape(const curriculum::Curriculum& curriculum) {
  plan::Shape shape;
  const auto& tier = curriculum.tiers.at(static_cast<std::size_t>(number(0, 1)));
  const int weeks = number(1, 6);
  if (flag() && weeks != plan::own_weeks(tier)) shape.weeks[tier.id] = weeks;
  if (number(0, 3) == 0) shape.repeats = {tier.weeks.front().id, tier.weeks.back().id};
  if (number(0, 3) == 0) shape.gate_weeks[tier.id] = {Minutes{number(1, 400)}, Minutes{60}};
  return shape;
}

namespace {

const plan::WeekDates& some_week(const plan::Plan& plan) {
  const int last = static_cast<int>(plan.weeks.size()) - 1;
  return plan.weeks.at(static_cast<std::size_t>(number(0, last))).dates;
}

// A day up to today, often one about which a week ends.
Date some_day(const plan::Plan& plan, Date today) {
  const Date end = some_week(plan).to + Days{number(0, 1)};
  if (flag() && end <= today) return end;
  const Date from = std::min(plan.start - Days{3}, today);
  return from + Days{number(0, static_cast<int>((today - from).count()))};
}

std::map<Date, curriculum::WeekMinutes> some_study(Minutes total, const plan::Plan& plan,
                                                   Date today) {
  std::map<Date, curriculum::WeekMinutes> studied;
  while (total > Minutes{0}) {
    const Minutes part = std::min(total, Minutes{number(1, 400)});
    studied[some_day(plan, today)].of(*rc::gen::elementOf(calendar::block_kinds)) += part;
    total -= part;
  }
  return studied;
}

}  // namespace

Date some_today(const plan::Plan& plan) {
  if (flag()) return some_week(plan).from + Days{number(0, 8)};
  return plan.start + Days{number(-3, 60)};
}

journal::StudyDays some_log(const curriculum::Curriculum& curriculum, const plan::Plan& plan,
                            Date today) {
  journal::StudyDays studied;
  int behind = number(0, 8);
  for (const auto& tier : curriculum.tiers) {
    for (const auto& week : tier.weeks) {
      const int percent = behind-- > 0 ? one_of({79, 80, 90, 100, 100, 130})
                                       : one_of({0, 0, 0, 0, 40, 80, 100, 220});
      studied[week.id] = some_study(week.minutes.total() * percent / 100, plan, today);
    }
  }
  return studied;
}

}  // namespace gradus::testing::random
