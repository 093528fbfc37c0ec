#include "gradus/plan/options.hpp"

#include "gradus/plan/arrange.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
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

Option option_of(const Situation& situation, Strategy strategy, Minutes most = plenty) {
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
  CHECK(extended.changes.empty());
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
  Frame with_less = caught_up.frame;
  with_less.available = monday.available.scaled_to(taken - Minutes{15}, Minutes{15});
  CHECK(lay_again(situation, {}, with_less).finish() > day("2027-01-10"));
  CHECK(caught_up.changes ==
        std::vector{calendar::format_duration(taken) +
                    " a week instead of 7h a week: " + caught_up.frame.available.spec()});
  CHECK_THAT(caught_up.limit,
             Catch::EndsWith("with fewer hours it would end after the first finish"));
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
  CHECK(usual.limit ==
        "the maximum is 3h a week (change it with --max-hours H), and the plan already has 7h a "
        "week");
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
  CHECK(trimmed.changes == std::vector<std::string>{"without the module deep"});
  CHECK((trimmed.frame.fit == Fit::flow));
  CHECK(trimmed.limit == "only optional work may be cut: reading, labs, artefacts and gates stay");
}

TEST_CASE("where modules are not enough, reviews and top-up problems go too", "[plan]") {
  const auto situation = after(14, with_module(1));
  const auto trimmed = option_of(situation, Strategy::trim);
  CHECK(trimmed.shape.trimmed.size() == 6);
  CHECK(trimmed.changes ==
        std::vector<std::string>{"without the module deep",
                                 "without review time and top-up problems in 6 weeks"});
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
Accelerated roadmap_by(std::string_view by, int months = 3) {
  const auto weeks = loads(24);
  const curriculum::Limits limits{std::array{5, 10}, true, months};
  return finish_by(day(by), monday.start, monday, limits,
                   [&](const Frame& frame) { return plan_of(weeks, frame); });
}

std::pair<std::string, std::string> refusal(std::string_view by, int months = 3) {
  try {
    return {"ends " + roadmap_by(by, months).plan.finish().iso(), ""};
  } catch (const Error& error) {
    return {error.what(), error.hint()};
  }
}

TEST_CASE("a plan to finish by a day takes the least minutes a week that do", "[plan]") {
  CHECK(roadmap_by("2027-05-16").frame.available == monday.available);
  for (const auto* by : {"2027-04-20", "2027-05-15", "2027-05-20", "2027-09-01"}) {
    const auto [frame, plan] = roadmap_by(by);
    INFO(by << ": " << frame.available.spec());
    CHECK(plan.finish() <= day(by));
    CHECK((frame.fit == Fit::flow));
    CHECK(frame.available.per_week() <= std::chrono::hours{10});
    Frame with_less = frame;
    const Minutes less = frame.available.per_week() - Minutes{15};
    with_less.available = monday.available.scaled_to(less, Minutes{15});
    CHECK(plan_of(loads(24), with_less).finish() > day(by));
  }
}

TEST_CASE("a day that would take more than the most hours is refused with the earliest", "[plan]") {
  const auto [message, hint] = refusal("2027-03-20");
  CHECK(message ==
        "the plan can't finish by 2027-03-20: it takes 10h36m a week, but the maximum is 10h");
  const std::string before_date = "the earliest date within the limits: --finish-by ";
  REQUIRE_THAT(hint, Catch::StartsWith(before_date));
  const auto earliest = day(std::string_view{hint}.substr(before_date.size()));
  CHECK(roadmap_by(earliest.iso()).plan.finish() == earliest);
  const auto day_before = (earliest - Days{1}).iso();
  CHECK(refusal(day_before) == std::pair{"the plan can't finish by " + day_before +
                                             ": it takes 10h4m a week, but the maximum is 10h",
                                         hint});
  // Enough hours a week, but none of them in time.
  const auto saturday = frame("2026-11-30", "sat=7h");
  CHECK_THROWS_WITH(
      finish_by(day("2026-12-04"), saturday.start, saturday,
                curriculum::Limits{std::array{5, 10}, false, {}},
                [&](const Frame& frame) { return plan_of(loads(1), frame); }),
      "the plan can't finish by 2026-12-04: even with 10h a week it ends on 2026-12-05");
}

TEST_CASE("a plan may not take fewer months than the curriculum asks for", "[plan]") {
  CHECK(refusal("2027-05-28", 6) ==
        std::pair<std::string, std::string>{
            "the plan can't finish by 2027-05-28: the curriculum asks for at least 6 months "
            "(under-6-months)",
            "the earliest date within the limits: --finish-by 2027-05-29"});
  CHECK_THAT(
      refusal("2027-02-01").first,
      Catch::EndsWith("but the maximum is 10h; and the curriculum asks for at least 3 months "
                      "(under-3-months)"));
  CHECK_THAT(refusal("2026-11-29").first,
             Catch::StartsWith("the plan can't finish by 2026-11-29: that day is before"));
}

}  // namespace
}  // namespace gradus::plan::options_test
