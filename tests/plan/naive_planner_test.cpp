#include "support/naive_planner.hpp"

#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/options.hpp"

#include "support/curriculum_builder.hpp"
#include "support/plan_builder.hpp"
#include "support/random_journal.hpp"
#include "support/random_plan.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::plan::naive_planner_test {
namespace {

using namespace gradus::test;
using namespace gradus::testing::random;
namespace naive = gradus::testing::naive;
using calendar::Date;
using calendar::Days;
using curriculum::WeekMinutes;

std::string in_words(const WeekDates& week) {
  auto text =
      fmt::format("{} to {}{}:", week.from.iso(), week.to.iso(), week.finished ? ", finished" : "");
  for (const Block& block : week.blocks)
    text += fmt::format(" {}{}={}{}{}", block.on.iso().substr(5),
                        block.at ? '@' + block.at->text() : "", block.minutes.count(),
                        name(block.kind), block.past ? " past" : "");
  return text;
}

std::string in_words(const Frame& frame) {
  auto text = fmt::format("{} {} {}\n", frame.start.iso(), name(frame.fit), frame.available.spec());
  for (const Break& each : frame.breaks)
    text += fmt::format("break {} {}\n", each.from.iso(), each.to.iso());
  return text;
}

std::vector<std::string> in_words(const std::vector<WeekDates>& weeks) {
  std::vector<std::string> words;
  words.reserve(weeks.size());
  for (const auto& week : weeks) words.push_back(in_words(week));
  return words;
}

std::vector<std::string> in_words(const std::vector<naive::Week>& weeks) {
  std::vector<std::string> words;
  words.reserve(weeks.size());
  for (const auto& week : weeks)
    words.push_back(
        in_words(WeekDates{week.from, week.to, week.blocks, std::nullopt, week.finished}));
  return words;
}

std::vector<std::string> in_words(const Plan& plan) {
  std::vector<WeekDates> dates;
  dates.reserve(plan.weeks.size());
  for (const PlanWeek& week : plan.weeks) dates.push_back(week.dates);
  return in_words(dates);
}

std::vector<WeekLoad> loads_of(const Plan& plan) {
  std::vector<WeekLoad> loads;
  loads.reserve(plan.weeks.size());
  for (const PlanWeek& week : plan.weeks) loads.push_back(week.load);
  return loads;
}

std::string described(const Plan& plan) {
  std::string text;
  for (const PlanWeek& week : plan.weeks)
    text += fmt::format("{} {}+{}+{} {}\n", week.load.key, week.load.minutes.read.count(),
                        week.load.minutes.lab.count(), week.load.minutes.review.count(),
                        in_words(week.dates));
  return text;
}

void add(const StudyDays& more, StudyDays& studied) {
  for (const auto& [week, days] : more)
    for (const auto& [day, minutes] : days)
      for (const auto kind : calendar::block_kinds) studied[week][day].of(kind) += minutes.of(kind);
}

Minutes studied_on(Date day, const StudyDays& studied) {
  Minutes sum{0};
  for (const auto& [week, days] : studied)
    if (days.contains(day)) sum += days.at(day).total();
  return sum;
}

std::string described(const StudyDays& studied) {
  std::string text;
  for (const auto& [week, days] : studied)
    for (const auto& [day, minutes] : days)
      text += fmt::format("{} studied on {}: {}+{}+{}\n", week.text(), day.iso(),
                          minutes.read.count(), minutes.lab.count(), minutes.review.count());
  return text;
}

}  // namespace

TEST_CASE("a plan is laid as a naive planner lays it", "[plan]") {
  for (int round = 0; round < 5; ++round) {
    REQUIRE(rc::check("500 random plans", [] {
      const auto frame = some_frame(day("2026-11-30") + Days{number(0, 400)});
      std::vector<WeekLoad> loads;
      for (int i = number(1, 6); i > 0; --i) {
        loads.push_back(load(i, some_week_minutes()));
        loads.back().only_modules = number(0, 5) == 0;
      }
      const auto expected = naive::lay_out(loads, frame);
      const auto plan = plan_of(loads, frame);
      RC_LOG() << in_words(frame);
      RC_ASSERT(in_words(plan) == in_words(expected));
      RC_ASSERT(plan.finish() == expected.back().to);
    }));
  }
}

TEST_CASE("a plan is laid again as a naive planner lays it", "[plan]") {
  int finished = 0;
  for (int round = 0; round < 5; ++round) {
    REQUIRE(rc::check("500 random days midway, and as many later", [&] {
      const auto frame = some_frame(day("2026-11-30") + Days{number(0, 30)});
      const auto curriculum = curriculum_of({some_tier("sql"), some_tier("python")});
      const auto shape = some_shape(curriculum);
      auto plan = first_plan(curriculum, shape, frame);
      auto expected = naive::lay_out(loads_of(plan), frame);
      naive::Midway midway{{}, {}, some_today(plan)};
      for (int times = 0; times < 2; ++times) {
        if (times == 0 || flag()) add(some_log(curriculum, plan, midway.today), midway.studied);
        if (number(0, 3) == 0) midway.passed.insert(curriculum.tiers.front().id);
        RC_LOG() << "today " << midway.today.iso() << ' ' << in_words(frame) << described(plan)
                 << described(midway.studied) << midway.passed.size() << " passed\n";
        const Situation now{curriculum, shape,          frame,
                            plan,       midway.studied, midway.passed,
                            {},         midway.today,   studied_on(midway.today, midway.studied)};
        plan = option(now, Strategy::extend, std::nullopt).plan;
        expected = naive::lay_again(expected, midway, frame);
        RC_ASSERT(in_words(plan) == in_words(expected));
        for (const auto& week : expected) finished += week.finished ? 1 : 0;
        midway.today = midway.today + Days{number(0, 30)};
      }
    }));
  }
  // They were not all about nothing.
  CHECK(finished > 300);
}

}  // namespace gradus::plan::naive_planner_test
