#include "gradus/plan/countdown.hpp"

#include "gradus/plan/error.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::plan::countdown_test {

using namespace gradus::plan;
using gradus::test::day;

namespace {

ExamPlan planned(const std::string& exam) {
  return {.exam = "licence", .exam_date = day(exam), .lines = countdown(day(exam), "The exam")};
}

Frame free_evenings() {
  return gradus::test::frame("2027-01-04", "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=1h,sun=1h");
}

// Nothing lies in the evenings of March.
Plan short_plan(const Frame& frame) {
  return gradus::test::plan_of(gradus::test::loads(1), frame);
}

std::vector<std::string> names_and_days(const std::vector<ExamLine>& lines) {
  std::vector<std::string> result;
  result.reserve(lines.size());
  for (const auto& line : lines) result.push_back(line.name + " " + line.on.iso());
  return result;
}

}  // namespace

TEST_CASE("the last 14 days hold three mock exams and 15.5 hours", "[plan]") {
  const auto lines = planned("2027-03-15").days();
  REQUIRE(lines.size() == 14);
  Minutes sum{0};
  auto expected = day("2027-03-01");
  for (const auto& line : lines) {
    CHECK(line.on == expected);
    expected = expected + calendar::Days{1};
    sum += line.minutes;
  }
  CHECK(sum == Minutes{930});
  CHECK(std::ranges::count(lines, ExamWork::mock, &ExamLine::kind) == 3);
  CHECK(std::ranges::count(lines, ExamWork::review, &ExamLine::kind) == 4);
  CHECK(std::ranges::count(lines, ExamWork::read, &ExamLine::kind) == 3);
  CHECK(std::ranges::count(lines, ExamWork::lab, &ExamLine::kind) == 2);
  CHECK(std::ranges::count(lines, ExamWork::rest, &ExamLine::kind) == 2);
  for (const auto* mock : {"d-14", "d-9", "d-4"})
    CHECK(std::ranges::find(lines, mock, &ExamLine::name)->kind == ExamWork::mock);
  CHECK(lines.back().name == "d-1");
  CHECK(lines.back().minutes == Minutes{0});
}

TEST_CASE("the exam itself is the last line", "[plan]") {
  const auto plan = planned("2027-03-15");
  REQUIRE(plan.lines.size() == 15);
  CHECK(plan.lines.back().name == "exam");
  CHECK(plan.lines.back().on == day("2027-03-15"));
  CHECK(plan.on(day("2027-03-15")).size() == 1);
  CHECK(plan.on(day("2027-03-16")).empty());
}

TEST_CASE("a line on a break or on a day without a slot is warned of", "[plan]") {
  auto frame = gradus::test::frame("2027-01-04", "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=3h");
  frame.breaks = {{day("2027-03-04"), day("2027-03-05")}};
  const auto warnings = clashes(planned("2027-03-15"), short_plan(frame), frame, day("2027-02-01"));
  std::vector<std::string> codes;
  codes.reserve(warnings.size());
  for (const auto& warning : warnings) codes.push_back(warning.code);
  // 03-04 has the lab, 03-05 half an hour; the only Sunday with a line of some length is 03-07.
  CHECK(codes == std::vector<std::string>{"exam-break", "exam-break", "exam-no-slot"});
  CHECK(warnings.back().message == "no study time is planned on 2027-03-07");
  // What is over clashes with nothing.
  CHECK(clashes(planned("2027-03-15"), short_plan(frame), frame, day("2027-03-08")).empty());
}

TEST_CASE("what the plan has on the countdown's days is told in one warning", "[plan]") {
  const auto frame = free_evenings();
  auto plan = short_plan(frame);
  auto& blocks = plan.weeks.front().dates.blocks;
  blocks = {{day("2027-03-02"), std::nullopt, Minutes{60}, calendar::BlockKind::read},
            {day("2027-03-14"), std::nullopt, Minutes{90}, calendar::BlockKind::lab},
            {day("2027-03-16"), std::nullopt, Minutes{90}, calendar::BlockKind::lab}};
  const auto warnings = clashes(planned("2027-03-15"), plan, frame, day("2027-02-01"));
  REQUIRE(warnings.size() == 1);
  CHECK(warnings.front().code == "exam-double");
  CHECK(warnings.front().message ==
        "the plan has 2h30m of its own on 2 of these days, beside the countdown (1h30m of it on "
        "the day before the exam). The hours a week that have it done before: gradus plan "
        "--finish-by 2027-02-28. To put it off until after the exam: gradus plan break 2027-03-01 "
        "2027-03-15");
  // In the middle of it nothing can be done before.
  CHECK(clashes(planned("2027-03-15"), plan, frame, day("2027-03-03")).front().message ==
        "the plan has 1h30m of its own on 1 of these days, beside the countdown (1h30m of it on "
        "the day before the exam). To put it off until after the exam: gradus plan break "
        "2027-03-03 2027-03-15");
  CHECK(clashes(planned("2027-03-15"), plan, frame, day("2027-03-16")).empty());
}

TEST_CASE("a break over the whole countdown is for the plan alone", "[plan]") {
  auto frame = free_evenings();
  frame.breaks = {{day("2027-03-01"), day("2027-03-15")}};
  const auto plan = short_plan(frame);
  const auto warnings = clashes(planned("2027-03-15"), plan, frame, day("2027-02-01"));
  REQUIRE(warnings.size() == 1);
  CHECK(warnings.front().code == "exam-break");
  CHECK(warnings.front().message ==
        "the break from 2027-03-01 to 2027-03-15 covers the countdown: the plan's own study "
        "rests, and these lines stay");
  // Its days are still there for reviews.
  const std::vector<DomainInNeed> one{{"elt", "ELT", Minutes{60}}};
  CHECK(names_and_days(reviews(one, plan, frame, planned("2027-03-15"), day("2027-03-04"))) ==
        std::vector<std::string>{"review-elt 2027-03-07"});
}

TEST_CASE("no exam is so early that the calendar lacks its 14 days", "[plan]") {
  CHECK_THROWS_AS(countdown(calendar::Date::first() + calendar::Days{13}, "x"), Error);
  CHECK_NOTHROW(countdown(calendar::Date::first() + calendar::Days{14}, "x"));
}

TEST_CASE("the review of a domain lies on the first day that has room for it", "[plan]") {
  const auto frame = free_evenings();
  const auto plan = short_plan(frame);
  const std::vector<DomainInNeed> both{{"elt", "ELT", Minutes{60}}, {"ops", "Ops", Minutes{60}}};
  CHECK(names_and_days(reviews(both, plan, frame, {}, day("2027-03-01"))) ==
        std::vector<std::string>{"review-elt 2027-03-02", "review-ops 2027-03-03"});
  // Days of the countdown are full, but for its rest before the exam.
  CHECK(names_and_days(reviews(both, plan, frame, planned("2027-03-16"), day("2027-02-27"))) ==
        std::vector<std::string>{"review-elt 2027-02-28", "review-ops 2027-03-01"});
}

TEST_CASE("where no day has room, review comes on top", "[plan]") {
  const auto frame = free_evenings();
  const auto plan = short_plan(frame);
  const std::vector<DomainInNeed> both{{"elt", "ELT", Minutes{120}}, {"ops", "Ops", Minutes{120}}};
  CHECK(names_and_days(reviews(both, plan, frame, planned("2027-03-15"), day("2027-03-10"))) ==
        std::vector<std::string>{"review-elt 2027-03-12", "review-ops 2027-03-12"});
  CHECK(names_and_days(reviews(both, plan, frame, planned("2027-03-15"), day("2027-03-08"))) ==
        std::vector<std::string>{"review-elt 2027-03-09", "review-ops 2027-03-10"});
}

TEST_CASE("days of rest, and the last two before the exam, are kept free of review", "[plan]") {
  const auto frame = free_evenings();
  const auto plan = short_plan(frame);
  const std::vector<DomainInNeed> one{{"elt", "ELT", Minutes{30}}};
  const auto from = [&](const char* today) {
    return names_and_days(reviews(one, plan, frame, planned("2027-03-15"), day(today)));
  };
  // 03-05 is for rest: half an hour of the evening would be free.
  // 03-06 has a mock exam, and what is after it is full.
  CHECK(from("2027-03-04") == std::vector<std::string>{"review-elt 2027-03-07"});
  CHECK(from("2027-03-11") == std::vector<std::string>{"review-elt 2027-03-12"});
  CHECK(from("2027-03-12").empty());
}

}  // namespace gradus::plan::countdown_test
