#include "gradus/insight/forecast.hpp"

#include "gradus/insight/gate_forecast.hpp"

#include "support/curriculum_builder.hpp"
#include "support/entries.hpp"
#include "support/memory_facts.hpp"
#include "support/plan_builder.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::insight::forecast_test {
namespace {

using calendar::Date;
using calendar::Days;
using curriculum::TierId;
using curriculum::WeekId;
using testing::day;

const auto start = day("2026-01-05");  // a Monday

// Ten weeks of 420 minutes in the tier sql, then ten in the tier python; sql is open.
Track twenty_weeks() {
  std::vector<plan::WeekLoad> loads = test::loads(10);
  for (int number = 11; number <= 20; ++number)
    loads.push_back(test::load(number, test::usual_minutes, "python"));
  const auto weeks_of = [](int from, int to) {
    std::vector<curriculum::Week> weeks;
    for (int number = from; number <= to; ++number)
      weeks.push_back(test::week("w" + std::to_string(number)));
    return weeks;
  };
  Track track{.name = "t",
              .curriculum = test::curriculum_of(
                  {test::tier("sql", weeks_of(1, 10)), test::tier("python", weeks_of(11, 20))}),
              .stack = {},
              .plan = test::plan_of(loads, test::frame(start.iso())),
              .states = {},
              .frame = test::frame(start.iso())};
  track.states = {{TierId("sql"), rules::TierState::open},
                  {TierId("python"), rules::TierState::locked}};
  return track;
}

// So many minutes in each week since the start, on its Saturday, for the weeks of the plan in
// order.
Record studied(const std::vector<int>& minutes) {
  Record record;
  int week = 1;
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    const auto saturday = start + Days{7 * static_cast<int>(i) + 5};
    for (int left = minutes[i]; left > 0;) {
      auto& of_week = record.study_days[WeekId("w" + std::to_string(week))];
      int before = 0;
      for (const auto& [on, sum] : of_week) before += static_cast<int>(sum.total().count());
      const int taken = std::min(left, 420 - before);
      if (taken > 0) of_week[saturday].lab += Minutes{taken};
      left -= taken;
      if (before + taken >= 420) ++week;
    }
  }
  return testing::with_days(std::move(record));
}

Date monday_after(std::size_t weeks) {
  return start + Days{7 * static_cast<int>(weeks)};
}

curriculum::Requirement problems(double number) {
  return {curriculum::Measure{
      .query = {.of = curriculum::EntryType::problem, .measure = curriculum::Aggregate::count},
      .at_least = number,
      .at_most = std::nullopt}};
}

// The forecast where sql's gate takes what is required, by these entries.
Forecast forecast_with(const Track& track, const Record& record, Date today,
                       const std::vector<curriculum::Requirement>& required = {},
                       std::vector<journal::Entry> entries = {}) {
  auto tier = track.curriculum.tiers.front();
  tier.exit.clear();
  for (const auto& requirement : required) {
    tier.exit.push_back(test::signed_criterion("c" + std::to_string(tier.exit.size() + 1)));
    for (auto& wording : tier.exit.back().require) wording.second = requirement;
  }
  const testing::MemoryFacts facts(std::move(entries));
  const auto verdict = rules::check_tier(tier, rules::TierState::open,
                                         curriculum::Compression::regular, today, facts);
  const rules::Gate gate{.tier = tier.id,
                         .as_of = today,
                         .pace_from = pace_from(today, start),
                         .others = {},
                         .spans = gate_spans(study_weeks(track, record, today))};
  const auto reasons = rules::explain(gate, verdict, facts);
  return forecast(track, record, OpenGate{verdict, reasons}, today);
}

// So many problems in each week since the start.
std::vector<journal::Entry> solved(const std::vector<int>& numbers) {
  std::vector<journal::Entry> entries;
  int title = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    for (int n = 0; n < numbers[i]; ++n) {
      const auto on = start + Days{7 * static_cast<int>(i)};
      auto entry = testing::make_problem(on.iso(), "joins", curriculum::Difficulty::easy, 10,
                                         "p" + std::to_string(++title), "sql");
      entries.push_back(std::move(entry));
    }
  return entries;
}

}  // namespace

TEST_CASE("constant weeks have one answer, and it is the arithmetic one", "[insight]") {
  REQUIRE(rc::check([] {
    const auto weeks = *rc::gen::inRange(3, 8);
    const auto minutes = *rc::gen::inRange(60, 900);
    const auto track = twenty_weeks();
    const auto record = studied(std::vector<int>(static_cast<std::size_t>(weeks), minutes));
    const auto today = monday_after(static_cast<std::size_t>(weeks));
    const auto forecast = forecast_with(track, record, today);
    RC_ASSERT(forecast.status == ForecastStatus::range);
    const auto left = static_cast<int>(forecast.remaining.count());
    const auto needed = (left + minutes - 1) / minutes;
    const auto finish = today + Days{std::max(7 * needed - 1, 0)};
    RC_ASSERT(forecast.finish == (Chances{finish, finish}));
    RC_ASSERT(forecast.tiers.back().opens == forecast.finish);
  }));
}

TEST_CASE("at half pace the finish is about twice as far, as a range", "[insight]") {
  const auto track = twenty_weeks();
  // Three months of half the planned time: now more, now less of it.
  std::vector<int> half;
  half.reserve(12);
  for (int i = 0; i < 12; ++i) half.push_back(i % 2 == 0 ? 120 : 300);
  const auto today = monday_after(half.size());
  const auto forecast = forecast_with(track, studied(half), today);
  const auto as_planned = forecast.remaining.count() / 420 * 7;
  const auto days = (forecast.finish.p50.value() - today).count();
  CHECK(days > as_planned * 17 / 10);
  CHECK(days < as_planned * 23 / 10);
  CHECK(forecast.finish.p80.value() > forecast.finish.p50.value());
}

TEST_CASE("it takes three weeks of data, and some study", "[insight]") {
  const auto track = twenty_weeks();
  const auto at = [&](const std::vector<int>& minutes, Date today) {
    return forecast_with(track, studied(minutes), today).status;
  };
  CHECK(at({420, 420, 420}, day("2026-01-25")) == ForecastStatus::none);
  CHECK(at({420, 420, 420}, day("2026-01-26")) == ForecastStatus::range);
  CHECK(at({}, day("2026-03-30")) == ForecastStatus::none);
  CHECK(at({1}, day("2028-03-30")) == ForecastStatus::none);  // more than ten years to go
}

TEST_CASE("once every tier is passed there is nothing to forecast", "[insight]") {
  auto track = twenty_weeks();
  for (auto& [tier, state] : track.states) state = rules::TierState::passed;
  const auto done = forecast(track, {}, std::nullopt, day("2026-06-01"));
  CHECK(done.status == ForecastStatus::finished);
  CHECK_FALSE(done.finish.p50);
}

TEST_CASE("once a tier is passed, its own ratio gives a second finish", "[insight]") {
  auto track = twenty_weeks();
  auto record = studied(std::vector<int>(10, 420));
  const auto today = monday_after(10);
  CHECK_FALSE(forecast_with(track, record, today).own_ratio);
  // Half as much again went into the last week of sql, which the gate took.
  record.study_days[WeekId("w10")][start + Days{68}].lab += Minutes{2100};
  record = testing::with_days(std::move(record));
  for (auto& [tier, state] : track.states)
    state = tier == TierId("sql") ? rules::TierState::passed : rules::TierState::open;
  const auto forecast = forecast_with(track, record, today);
  CHECK(forecast.own_ratio == Approx(1.5));
  CHECK(forecast.finish_at_own_ratio.p50.value() > forecast.finish.p50.value());
}

TEST_CASE("the days of a break ahead are left out", "[insight]") {
  auto track = twenty_weeks();
  const auto record = studied(std::vector<int>(10, 420));
  const auto today = monday_after(10);
  const auto before = forecast_with(track, record, today).finish.p50.value();
  track.frame.breaks = {{today + Days{10}, today + Days{19}}};
  const auto after = forecast_with(track, record, today);
  CHECK(after.finish.p50 == before + Days{10});
  CHECK(after.breaks_ahead == Days{10});
}

TEST_CASE("weeks with more time laid out than the slots hold now count in proportion",
          "[insight]") {
  auto track = twenty_weeks();
  const auto record = studied(std::vector<int>(10, 420));
  const auto today = monday_after(10);
  const auto before = forecast_with(track, record, today, {problems(20)}, solved({2, 2, 2, 2}));
  CHECK(before.scaled_weeks() == 0);
  // Half of the 420 minutes a week.
  track.frame = test::frame(start.iso(), "sat=3h30m");
  const auto half = forecast_with(track, record, today, {problems(20)}, solved({2, 2, 2, 2}));
  CHECK(half.scaled_weeks() == 10);
  CHECK(half.weekly()->mean == Approx(210));
  CHECK(half.finish.p50 == today + Days{2 * 70 - 1});  // 70 days at 420 a week
  CHECK(half.finish == (Chances{half.finish.p50, half.finish.p50}));
  REQUIRE(half.gate.size() == 1);
  CHECK(half.gate[0].a_week == Approx(before.gate[0].a_week / 2));
  // More than was laid promises nothing.
  track.frame = test::frame(start.iso(), "sat=14h");
  const auto twice = forecast_with(track, record, today, {problems(20)}, solved({2, 2, 2, 2}));
  CHECK(twice.finish == before.finish);
  CHECK(twice.weekly()->most == Minutes{420});
}

TEST_CASE("with its hours done, a gate opens by what it lacks", "[insight]") {
  const auto track = twenty_weeks();
  const auto record = studied(std::vector<int>(10, 420));  // all of sql
  const auto today = monday_after(10);
  const auto forecast =
      forecast_with(track, record, today, {problems(200)}, solved(std::vector<int>(8, 7)));
  // 56 of 200, and of the last eight weeks six with 7 problems and two without.
  REQUIRE(forecast.gate.size() == 1);
  CHECK(forecast.gate[0].missing == 144);
  CHECK(forecast.gate[0].a_week == Approx(42.0 / 8));
  const auto days = (forecast.tiers.at(0).opens.p50.value() - today).count();
  CHECK(days == Approx(7 * 144 / (42.0 / 8)).margin(28));
  CHECK(forecast.tiers[1].opens.p50 >= forecast.tiers[0].opens.p50);
  CHECK(forecast.finish.p50 == today + Days{69});  // of the hours alone
}

TEST_CASE("constant problems give the gate one day", "[insight]") {
  const auto track = twenty_weeks();
  const auto forecast = forecast_with(track, studied(std::vector<int>(10, 420)), monday_after(10),
                                      {problems(200)}, solved(std::vector<int>(10, 8)));
  const auto opens = monday_after(10) + Days{7 * 15 - 1};  // 120 more
  CHECK(forecast.tiers.at(0).opens == Chances{opens, opens});
}

TEST_CASE("a gate whose pace is nothing has no date, and is named", "[insight]") {
  const auto track = twenty_weeks();
  const auto forecast = forecast_with(track, studied(std::vector<int>(10, 420)), monday_after(10),
                                      {problems(200), {curriculum::Attested{}}});
  CHECK(forecast.tiers.at(0).opens == Chances{});
  CHECK(forecast.no_pace == std::vector{curriculum::CriterionId("c1")});
  CHECK(forecast.finish.p50);
  CHECK(forecast.tiers.at(1).opens.p50 == forecast.finish.p50);
}

TEST_CASE("no date is before today, and p80 is never before p50", "[insight]") {
  REQUIRE(rc::check([] {
    const auto minutes = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1200));
    const auto today = monday_after(*rc::gen::inRange<std::size_t>(0, 30));
    const auto forecast = forecast_with(twenty_weeks(), studied(minutes), today);
    std::vector<Chances> all{forecast.finish};
    for (const auto& tier : forecast.tiers) all.push_back(tier.opens);
    for (const auto& [p50, p80] : all) {
      RC_ASSERT(!p50 || *p50 >= today);
      RC_ASSERT(!p80 || (p50 && *p80 >= *p50));
      RC_ASSERT(!p80 || *p80 - today < Days{11 * 366});
    }
  }));
}

}  // namespace gradus::insight::forecast_test
