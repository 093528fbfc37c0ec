#include "gradus/plan/options.hpp"

#include "gradus/plan/arrange.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace gradus::plan::options_test {
namespace {

using namespace gradus::test;
using calendar::Date;
using calendar::Days;
using curriculum::ModuleId;
using curriculum::TierId;
using curriculum::WeekId;

const Frame monday = frame("2026-11-30");
constexpr std::chrono::hours plenty{14};

curriculum::Curriculum six_weeks() {
  auto sql = tier("sql", {week("w1"), week("w2"), week("w3"), week("w4"), week("w5"), week("w6")});
  sql.weeks[5].problems = {{curriculum::TopicId{"joins"}, curriculum::Difficulty::easy, 3, true}};
  return curriculum_of({std::move(sql)});
}
const curriculum::Curriculum six = six_weeks();

// So many whole days after the start, with nothing studied.
Situation after(int days, const Shape& shape = {}) {
  return {six, shape, monday, plan_of(arrange(six, shape), monday),
          {},  {},    {},     monday.start + Days{days}};
}

Option option_of(const Situation& situation, Strategy strategy,
                 std::optional<Minutes> most = plenty) {
  const auto all = options(situation, most);
  CHECK(all.size() == strategies.size());
  const auto found = std::ranges::find(all, strategy, &Option::strategy);
  REQUIRE(found != all.end());
  return *found;
}

// A module of so many hours in w6.
Shape with_module(int hours) {
  const curriculum::WeekMinutes minutes{std::chrono::hours{hours}, {}, {}};
  return {.weeks = {},
          .repeats = {},
          .trimmed = {},
          .modules = {{ModuleId{"deep"},
                       "Deep",
                       curriculum::CurriculumId{"small"},
                       "",
                       {},
                       {WeekId{"w6"}},
                       {},
                       minutes,
                       {},
                       {},
                       {},
                       {},
                       {},
                       {},
                       {},
                       {},
                       {}}}};
}

TEST_CASE("strategies read back from their names", "[plan]") {
  for (const auto strategy : strategies) CHECK((strategies.parse(name(strategy)) == strategy));
  CHECK_FALSE(strategies.parse("hurry"));
}

TEST_CASE("two weeks behind, extend moves the end by two weeks", "[plan]") {
  const auto extended = option_of(after(14), Strategy::extend);
  CHECK(extended.plan.weeks.size() == 6);
  CHECK(extended.plan.weeks.front().dates.from == day("2026-12-14"));
  CHECK(extended.plan.finish() == day("2027-01-24"));
  CHECK(extended.plan.slip() == Days{14});
  CHECK(extended.frame.available == monday.available);
  CHECK(extended.changes ==
        std::vector<std::string>{"the finish moves 14 days later (it was 2027-01-10)"});
  CHECK(extended.limit == "none: the end moves as needed");
}

TEST_CASE("what was logged is not laid again", "[plan]") {
  auto situation = after(14);
  situation.logged[WeekId{"w1"}][monday.start] = usual_minutes;
  CHECK(option_of(situation, Strategy::extend).plan.slip() == Days{7});
  situation.logged[WeekId{"w2"}][monday.start] = usual_minutes;
  CHECK(option_of(situation, Strategy::extend).plan.slip() == Days{0});
}

TEST_CASE("catching up takes the least hours that reach the first finish", "[plan]") {
  const auto situation = after(14);
  const auto caught_up = option_of(situation, Strategy::catch_up);
  CHECK(caught_up.plan.finish() <= day("2027-01-10"));
  CHECK((caught_up.frame.fit == Fit::flow));
  const Minutes taken = caught_up.frame.available.per_week();
  CHECK(taken >= Minutes{630});  // 42 hours in four weeks
  CHECK(taken <= plenty);
  CHECK(caught_up.changes.front() ==
        calendar::format_duration(taken) +
            " a week instead of 7h: Tue 1h30m, Wed 1h30m, Thu 1h30m, Sat 4h30m, Sun 1h30m");
  CHECK(caught_up.changes.at(1) == "fit flow instead of weekly");
  // It has tried what it says of the step before.
  Frame with_less = caught_up.frame;
  with_less.available =
      monday.available.lengthened((taken - Minutes{420}) / calendar::study_step - 1);
  const auto late = lay_again(situation, {}, with_less).finish();
  CHECK(late > day("2027-01-10"));
  CHECK(caught_up.limit == "with " + calendar::format_duration(taken - calendar::study_step) +
                               " a week it would end on " + late.iso() +
                               ", after the first finish");
}

TEST_CASE("catching up keeps the proportions of the weekdays", "[plan]") {
  auto situation = after(14);
  situation.frame.available =
      calendar::Availability::parse("mon=45m,tue=45m,thu=1h,sat=3h,sun=1h30m");
  const auto available = option_of(situation, Strategy::catch_up).frame.available;
  const auto on = [&](std::chrono::weekday day) { return available.on(day).front().length; };
  CHECK(on(std::chrono::Saturday) > 3 * on(std::chrono::Monday));
  CHECK(on(std::chrono::Saturday) > on(std::chrono::Sunday));
  CHECK(on(std::chrono::Thursday) >= on(std::chrono::Monday));
  for (const auto day : {std::chrono::Monday, std::chrono::Saturday, std::chrono::Sunday})
    CHECK(on(day).count() % 15 == 0);
}

TEST_CASE("catching up takes no more hours than allowed, and says so", "[plan]") {
  const auto caught_up = option_of(after(14), Strategy::catch_up, std::chrono::hours{9});
  const Minutes taken = caught_up.frame.available.per_week();
  CHECK(taken <= std::chrono::hours{9});
  CHECK(taken > std::chrono::hours{8});
  CHECK(caught_up.plan.slip() > Days{0});
  CHECK(caught_up.plan.slip() < Days{14});
  CHECK(caught_up.limit == "the maximum is 9h a week (change it with --max-hours H)");
  // Fewer than the usual hours are never what catching up means.
  const auto usual = option_of(after(14), Strategy::catch_up, std::chrono::hours{3});
  CHECK(usual.frame.available.per_week() == std::chrono::hours{7});
  CHECK_THAT(usual.limit, Catch::EndsWith("the maximum is 3h a week (change it with --max-hours "
                                          "H), and the plan already has 7h a week"));
}

TEST_CASE("without a limit nothing bounds catching up but the day", "[plan]") {
  auto situation = after(35);
  situation.frame.available = calendar::Availability::parse("sat=7h");
  const auto caught_up = option_of(situation, Strategy::catch_up, std::nullopt);
  CHECK(caught_up.frame.available.spec() == "sat=21h");  // 24h end no sooner
  CHECK(caught_up.limit == "a day has 24 hours, and the weekdays keep their proportions");
}

TEST_CASE("an option that gains nothing says what was tried", "[plan]") {
  const auto bare = curriculum_of({tier("sql", {week("w1", {Minutes{180}, Minutes{240}, {}}),
                                                week("w2", {Minutes{180}, Minutes{240}, {}})})});
  auto flow = monday;
  flow.fit = Fit::flow;
  const Situation situation{bare, {}, flow, plan_of(arrange(bare), flow),
                            {},   {}, {},   monday.start + Days{7}};
  const auto extended = option_of(situation, Strategy::extend);
  REQUIRE(extended.plan.slip() == Days{7});
  const auto caught_up = option_of(situation, Strategy::catch_up, std::chrono::hours{7});
  CHECK(caught_up.plan.finish() == extended.plan.finish());
  CHECK(caught_up.changes == extended.changes);
  CHECK(caught_up.limit == "gains nothing: with 7h a week and fit flow it would end on " +
                               extended.plan.finish().iso() +
                               "; the maximum is 7h a week (change it with --max-hours H), and the "
                               "plan already has 7h a week");
  const auto trimmed = option_of(situation, Strategy::trim);
  CHECK(trimmed.changes == extended.changes);
  CHECK(trimmed.limit ==
        "gains nothing: with fit flow and without what is optional it would end on " +
            extended.plan.finish().iso());
}

TEST_CASE("no option says that something changes into itself", "[plan]") {
  for (const int days : {0, 3, 7, 14, 40})
    for (const auto most : {std::optional<Minutes>{}, std::optional<Minutes>{Minutes{420}},
                            std::optional<Minutes>{Minutes{600}}})
      for (const auto& option : options(after(days, with_module(13)), most))
        for (const auto& change : option.changes) {
          INFO(change);
          CHECK(change.find("7h a week instead of 7h") == std::string::npos);
          CHECK(change.find("fit flow instead of flow") == std::string::npos);
        }
}

TEST_CASE("catching up proposes no day of more than 24 hours", "[plan]") {
  auto situation = after(14);
  situation.frame.available = calendar::Availability::parse("sat=7h");
  const auto caught_up = option_of(situation, Strategy::catch_up, std::chrono::hours{30});
  CHECK(caught_up.frame.available.per_week() <= std::chrono::hours{24});
}

TEST_CASE("trimming leaves out modules first, and no more than it takes", "[plan]") {
  // 3 of 13 hours fit w6, 10 make a week of their own.
  const auto trimmed = option_of(after(7, with_module(13)), Strategy::trim);
  CHECK(trimmed.plan.slip() <= Days{0});
  CHECK(trimmed.shape.modules.empty());
  CHECK(trimmed.shape.trimmed.empty());
  CHECK(trimmed.changes.front() == "without the module deep");
  CHECK(trimmed.changes.at(1) == "fit flow instead of weekly");
  CHECK((trimmed.frame.fit == Fit::flow));
  CHECK(trimmed.limit == "only optional work may be cut: reading, labs, artefacts and gates stay");
}

TEST_CASE("trimming spares the reviews of all weeks but those that it takes", "[plan]") {
  bool spared = false;
  for (int behind = 1; behind <= 21; ++behind) {
    const auto situation = after(behind);
    const auto trimmed = option_of(situation, Strategy::trim);
    if (trimmed.shape.trimmed.empty() || trimmed.plan.slip() > Days{0}) continue;
    INFO(behind << " days behind");
    // The last of them would have been one too many to keep.
    auto less = trimmed.shape;
    less.trimmed.erase(std::prev(less.trimmed.end()));
    CHECK(lay_again(situation, less, trimmed.frame).slip() > Days{0});
    spared = spared || trimmed.shape.trimmed.size() < trimmed.plan.weeks.size();
  }
  CHECK(spared);
}

TEST_CASE("where modules are not enough, reviews and top-up problems go too", "[plan]") {
  const auto situation = after(14, with_module(1));
  const auto trimmed = option_of(situation, Strategy::trim);
  CHECK(trimmed.shape.trimmed.size() == 6);
  CHECK(trimmed.changes ==
        std::vector<std::string>{
            "without the module deep", "without review time and top-up problems in 6 weeks",
            "fit flow instead of weekly",
            "the finish moves " +
                std::to_string((trimmed.plan.finish() - situation.plan.finish()).count()) +
                " days later (it was " + situation.plan.finish().iso() + ")"});
  for (const auto& week : trimmed.plan.weeks) {
    CHECK(week.load.minutes == curriculum::WeekMinutes{Minutes{180}, Minutes{180}, Minutes{0}});
    CHECK(week.load.problems.empty());
  }
  CHECK(trimmed.plan.finish() < option_of(situation, Strategy::extend).plan.finish());
}

TEST_CASE("weeks that failed gates ask for are in every option", "[plan]") {
  auto situation = after(14);
  situation.repeats = {WeekId{"w2"}};
  for (const auto& option : options(situation, plenty)) {
    INFO(name(option.strategy));
    CHECK(option.plan.weeks.size() == 7);
    CHECK(option.plan.weeks.back().load.key == "w2.again");
    CHECK(option.shape.repeats == situation.repeats);
    CHECK(option.changes.front() == "repeat w2");
  }
  CHECK(options(situation, plenty).front().plan.slip() == Days{21});
}

TEST_CASE("a repetition that nothing asks for any more is in no option", "[plan]") {
  auto situation = after(14, {.weeks = {}, .repeats = {WeekId{"w2"}, WeekId{"w3"}}});
  situation.needless = {WeekId{"w2"}};
  for (const auto& option : options(situation, plenty)) {
    INFO(name(option.strategy));
    CHECK(option.plan.weeks.size() == 7);
    CHECK(option.plan.weeks.back().load.key == "w3.again");
    CHECK(option.changes.front() == "w2 need not be repeated any more");
  }
}

TEST_CASE("a plan that is not behind needs nothing", "[plan]") {
  const auto all = options(after(0), plenty);
  std::vector<std::string> limits;
  for (const auto& option : all) {
    limits.push_back(option.limit);
    CHECK(option.plan.slip() == Days{0});
    CHECK(option.frame.available == monday.available);
    CHECK((option.frame.fit == Fit::weekly));
    CHECK(option.changes.empty());
  }
  CHECK(limits ==
        std::vector<std::string>{"none: the plan is not behind", "none: the plan is not behind",
                                 "none: the plan is not behind, so nothing has to be cut"});
}

// 24 weeks of 7 hours, at 5 to 10 hours a week and 3 months at least.
const auto roadmap = loads(24);
Plan lay_roadmap(const Frame& frame) {
  return plan_of(roadmap, frame);
}
curriculum::Limits limits_of(int months) {
  return {std::array{5, 10}, true, months};
}
Accelerated roadmap_by(std::string_view by, int months = 3, const Frame& frame = monday) {
  return finish_by(day(by), frame.start, frame, limits_of(months), lay_roadmap);
}

// The message, the hint, and the bounds.
std::tuple<std::string, std::string, std::vector<Bound>> refusal(std::string_view by,
                                                                 int months = 3,
                                                                 const Frame& frame = monday) {
  try {
    return {"ends " + roadmap_by(by, months, frame).plan.finish().iso(), "", {}};
  } catch (const CantFinish& refused) {
    return {refused.what(), refused.hint(), refused.bounds()};
  }
}

TEST_CASE("a plan to finish by a day takes the least hours a week that do", "[plan]") {
  CHECK(roadmap_by("2027-05-16").frame.available == monday.available);
  for (const auto* by : {"2027-04-20", "2027-05-15", "2027-05-20", "2027-09-01"}) {
    const auto [frame, plan] = roadmap_by(by);
    INFO(by << ": " << frame.available.spec());
    CHECK(plan.finish() <= day(by));
    CHECK((frame.fit == Fit::flow));
    const auto taken = frame.available.per_week();
    CHECK(taken <= std::chrono::hours{10});
    // With a step less it is late.
    const auto steps = (taken - Minutes{420}) / calendar::study_step;
    Frame with_less = frame;
    with_less.available = monday.available.lengthened(steps - 1);
    CHECK(lay_roadmap(with_less).finish() > day(by));
  }
}

TEST_CASE("a day that would take more than the most hours is refused with the earliest", "[plan]") {
  const auto [message, hint, bounds] = refusal("2027-03-12");
  CHECK(message ==
        "the plan can't finish by 2027-03-12: the curriculum allows at most 10 hours a week");
  CHECK((bounds == std::vector{Bound::hours}));
  const std::string before_date = "the earliest date within the limits: --finish-by ";
  REQUIRE_THAT(hint, Catch::StartsWith(before_date));
  const auto earliest = day(std::string_view{hint}.substr(before_date.size()));
  CHECK(roadmap_by(earliest.iso()).plan.finish() == earliest);
  CHECK(std::get<1>(refusal((earliest - Days{1}).iso())) == hint);
}

TEST_CASE("a plan may not take fewer months than the curriculum asks for", "[plan]") {
  const auto [message, hint, bounds] = refusal("2027-05-28", 6);
  CHECK(message ==
        "the plan can't finish by 2027-05-28: the curriculum asks for at least 6 months "
        "(under-6-months)");
  CHECK(hint == "the earliest date within the limits: --finish-by 2027-05-29");
  CHECK((bounds == std::vector{Bound::months}));
  CHECK(std::get<0>(refusal("2026-11-29")) ==
        "the plan can't finish by 2026-11-29: the first day to study is 2026-11-30");
}

// The same question with the bounds of the set alone.
bool possible(Date by, const Frame& frame, const curriculum::Limits& limits,
              const std::vector<Bound>& bounds) {
  const auto keeps = [&](Bound bound) { return std::ranges::find(bounds, bound) != bounds.end(); };
  Frame looser = frame;
  auto fewer = limits;
  if (!keeps(Bound::breaks)) looser.breaks.clear();
  if (!keeps(Bound::weekdays))
    looser.available =
        calendar::Availability::parse("mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=1h,sun=1h");
  if (!keeps(Bound::months)) fewer.months.reset();
  if (!keeps(Bound::hours)) fewer.hours_per_week.reset();
  try {
    return finish_by(by, looser.start, looser, fewer, lay_roadmap).plan.finish() <= by;
  } catch (const CantFinish&) {
    return false;
  }
}

TEST_CASE("a refused day names bounds of which any one is too much", "[plan]") {
  REQUIRE(rc::check("smallest set", [] {
    const auto number = [](int least, int most) { return *rc::gen::inRange(least, most + 1); };
    const std::array weeks{"sat=2h", "tue=1h,sat=3h", "mon=30m,tue=30m,thu=1h,sun=5h"};
    auto frame = test::frame("2026-11-30", weeks.at(static_cast<std::size_t>(number(0, 2))));
    for (int i = number(0, 2); i > 0; --i) {
      const auto from = frame.start + Days{60 * i + number(0, 40)};
      frame.breaks.push_back({from, from + Days{number(0, 20)}});
    }
    curriculum::Limits limits;
    if (number(0, 1) == 1) limits.hours_per_week = std::array{1, number(7, 30)};
    if (number(0, 1) == 1) limits.months = number(1, 12);
    const Date by = frame.start + Days{number(-10, 250)};
    try {
      RC_ASSERT(finish_by(by, frame.start, frame, limits, lay_roadmap).plan.finish() <= by);
      return;
    } catch (const CantFinish& refused) {
      const auto& bounds = refused.bounds();
      RC_ASSERT(!possible(by, frame, limits, bounds));
      for (const auto bound : bounds) {
        auto others = bounds;
        std::erase(others, bound);
        RC_ASSERT(possible(by, frame, limits, others));
      }
    }
  }));
}

TEST_CASE("a bound that other weekdays make needless is not named", "[plan]") {
  // Fourteen Saturdays of 12 hours would do, but one is on a break; 12 hours a week on every day
  // reach less far, break or not.
  auto frame = test::frame("2026-11-30", "sat=2h");
  frame.breaks = {{day("2027-01-29"), day("2027-01-30")}};
  curriculum::Limits limits;
  limits.hours_per_week = std::array{1, 12};
  try {
    (void)finish_by(day("2027-03-06"), frame.start, frame, limits, lay_roadmap);
    FAIL("not refused");
  } catch (const CantFinish& refused) {
    CHECK((refused.bounds() == std::vector{Bound::hours}));
  }
}

}  // namespace
}  // namespace gradus::plan::options_test
