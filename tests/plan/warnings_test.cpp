#include "gradus/plan/warnings.hpp"

#include "gradus/plan/reschedule.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::plan::warnings_test {
namespace {

using namespace gradus::test;
using calendar::Date;
using calendar::Days;
using curriculum::Limits;

const Limits usual_limits{{{5, 10}}, true, 3};

std::vector<Warning> warnings_of(const std::vector<WeekLoad>& weeks, const Frame& frame,
                                 const Limits& limits = usual_limits) {
  return warnings(lay_out(weeks, frame), frame, limits, frame.start);
}

std::vector<std::string> codes(const std::vector<Warning>& warnings) {
  std::vector<std::string> result;
  result.reserve(warnings.size());
  for (const Warning& warning : warnings) result.push_back(warning.code);
  return result;
}

using Codes = std::vector<std::string>;

TEST_CASE("the usual availability is unwise on no weekday to start", "[plan]") {
  for (int shift = 0; shift < 7; ++shift) {
    const std::string start = (day("2026-11-30") + Days{shift}).iso();
    INFO(start);
    CHECK(codes(warnings_of(loads(24), frame(start))).empty());
    CHECK(codes(warnings_of(loads(24), frame(start, usual_availability, Fit::flow))).empty());
  }
}

TEST_CASE("without limits nothing is unwise", "[plan]") {
  CHECK(codes(warnings_of(loads(1), frame("2026-11-30", "sat=1h"), {})).empty());
}

TEST_CASE("too few hours in 7 days are warned of", "[plan]") {
  const auto warned = warnings_of(loads(24), frame("2026-11-30", "tue=1h,sat=3h"));
  REQUIRE(codes(warned) == Codes{"under-5-hours"});
  CHECK(warned[0].message ==
        "47 weeks have less than 5 hours of study, the first on 2026-11-30 with 4h: free more "
        "time, for example: gradus plan available tue=1h15m,sat=3h45m");
  const Limits five{{{5, 10}}, false, {}};
  const curriculum::WeekMinutes least{Minutes{300}, Minutes{0}, Minutes{0}};
  const curriculum::WeekMinutes less{Minutes{299}, Minutes{0}, Minutes{0}};
  CHECK(codes(warnings_of(loads(2, least), frame("2026-11-30", "sat=5h"), five)).empty());
  CHECK(codes(warnings_of(loads(2, less), frame("2026-11-30", "sat=5h"), five)) ==
        Codes{"under-5-hours"});
}

TEST_CASE("a light week counts as one, the plan's cut-short end does not", "[plan]") {
  const Limits five{{{5, 10}}, false, {}};
  const auto warned = warnings_of({load(1), load(2, {}), load(3)}, frame("2026-11-30"), five);
  REQUIRE(codes(warned) == Codes{"under-5-hours"});
  CHECK(warned[0].message ==
        "1 week has less than 5 hours of study, the first on 2026-12-07 with 0m: let the next "
        "week begin as soon as one is done, with gradus plan available --fit flow");
  // 7 hours at 6 a week: the seventh falls on the plan's last day, the first of its second 7.
  CHECK(codes(warnings_of(loads(1), frame("2026-11-30", "mon=6h"), five)).empty());
}

TEST_CASE("too many hours in 7 days are warned of", "[plan]") {
  const Limits ten{{{5, 10}}, false, {}};
  const curriculum::WeekMinutes most{Minutes{600}, Minutes{0}, Minutes{0}};
  const curriculum::WeekMinutes more{Minutes{601}, Minutes{0}, Minutes{0}};
  CHECK(codes(warnings_of(loads(2, most), frame("2026-11-30", "sat=12h"), ten)).empty());
  const auto warned = warnings_of(loads(2, more), frame("2026-11-30", "sat=12h"), ten);
  REQUIRE(codes(warned) == Codes{"over-10-hours"});
  CHECK(warned[0].message ==
        "2 weeks have more than 10 hours of study, the first on 2026-11-30 with 10h1m: "
        "study less, for example: gradus plan available sat=10h");
  const auto flow =
      warnings_of(loads(4), frame("2026-11-30", "mon=6h,wed=6h,fri=6h", Fit::flow), ten);
  CHECK(codes(flow) == Codes{"over-10-hours"});
}

TEST_CASE("the figures of the curriculum's own limits are stated", "[plan]") {
  const auto warned =
      warnings_of(loads(2), frame("2026-11-30"), Limits{{{8, 20}}, false, std::nullopt});
  REQUIRE(codes(warned) == Codes{"under-5-hours"});
  CHECK_THAT(warned[0].message, Catch::Contains("less than 8 hours"));
}

TEST_CASE("study on all 7 days is warned of", "[plan]") {
  const Limits rest{std::nullopt, true, std::nullopt};
  const auto daily = "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=1h,sun=1h";
  const auto warned = warnings_of(loads(2), frame("2026-11-30", daily), rest);
  REQUIRE(codes(warned) == Codes{"no-rest-day"});
  CHECK(warned[0].message ==
        "2 weeks have study on all 7 days, the first on 2026-11-30 with 7h: keep a day free, "
        "for example: gradus plan available mon=0");
  const auto six = "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=2h";
  CHECK(codes(warnings_of(loads(2), frame("2026-11-30", six), rest)).empty());
}

TEST_CASE("days on a break are left out of the 7", "[plan]") {
  const Limits five{{{5, 10}}, true, {}};
  Frame christmas = frame("2026-12-14");
  christmas.breaks = {{day("2026-12-21"), day("2027-01-03")}};
  CHECK(codes(warnings_of(loads(4), christmas, five)).empty());
  const auto daily = "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=1h,sun=1h";
  Frame busy = frame("2026-12-14", daily);
  busy.breaks = {{day("2026-12-17"), day("2026-12-17")}};
  CHECK(codes(warnings_of(loads(1), busy, five)) == Codes{"no-rest-day"});
}

TEST_CASE("7 days that have begun are never too light, what is left of them may be too much",
          "[plan]") {
  const Limits limits{{{5, 10}}, true, {}};
  const auto busy = frame("2026-11-30", "tue=6h,thu=6h");
  const auto dates = lay_out(loads(3, {Minutes{720}, {}, {}}), busy);
  const auto first_on = [&](const char* today, const std::string& with) {
    const auto warned = warnings(dates, busy, limits, day(today));
    return codes(warned) == Codes{"over-10-hours"} &&
           warned[0].message.find(with) != std::string::npos;
  };
  CHECK(
      first_on("2026-12-01", "3 weeks have more than 10 hours of study, the first on 2026-12-01"));
  CHECK(
      first_on("2026-12-02", "2 weeks have more than 10 hours of study, the first on 2026-12-07"));
  CHECK(first_on("2026-12-15", "1 week has more than 10 hours of study, the first on 2026-12-15"));
  CHECK(warnings(dates, busy, limits, day("2026-12-16")).empty());
  const auto light = frame("2026-11-30", "sat=4h");
  const auto few = lay_out(loads(1, {Minutes{240}, {}, {}}), light);
  CHECK(codes(warnings(few, light, limits, day("2026-11-30"))) == Codes{"under-5-hours"});
  CHECK(warnings(few, light, limits, day("2026-12-01")).empty());
}

TEST_CASE("what is left of a week on a break is told from the day after it", "[plan]") {
  Frame busy = frame("2026-11-30", "sat=11h");
  busy.breaks = {{day("2026-12-02"), day("2026-12-03")}};
  const auto dates = lay_out(loads(1, {Minutes{660}, {}, {}}), busy);
  const auto warned = warnings(dates, busy, {{{5, 10}}, false, {}}, day("2026-12-02"));
  REQUIRE(codes(warned) == Codes{"over-10-hours"});
  CHECK_THAT(warned[0].message, Catch::Contains("the first on 2026-12-04"));
}

TEST_CASE("a weekday kept free is a rest day, on a break too", "[plan]") {
  const Limits rest{std::nullopt, true, std::nullopt};
  Frame six = frame("2026-11-30", "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=2h");
  six.breaks = {{day("2026-12-13"), day("2026-12-13")}};
  CHECK(warnings_of(loads(4), six, rest).empty());
}

TEST_CASE("hours within the limits are not too few or many because of a break", "[plan]") {
  const Limits ten{{{5, 10}}, false, {}};
  Frame full = frame("2026-11-30", "tue=2h,wed=2h,sat=6h", Fit::flow);
  full.breaks = {{day("2026-12-07"), day("2026-12-07")}};
  CHECK(warnings_of(loads(6), full, ten).empty());
  Frame weekend = frame("2026-11-30", "sat=5h", Fit::flow);
  weekend.breaks = {{day("2026-12-12"), day("2026-12-12")}};
  const curriculum::WeekMinutes least{Minutes{300}, Minutes{0}, Minutes{0}};
  CHECK(warnings_of(loads(6, least), weekend, ten).empty());
}

TEST_CASE("a plan shorter than the least months is warned of", "[plan]") {
  const Limits three{std::nullopt, false, 3};
  // Three months from 2026-12-01 end on 2027-02-28, a Sunday.
  CHECK(codes(warnings_of(loads(13), frame("2026-12-01"), three)).empty());
  const auto warned = warnings_of(loads(12), frame("2026-12-01"), three);
  REQUIRE(codes(warned) == Codes{"under-3-months"});
  CHECK(warned[0].message ==
        "the plan ends on 2027-02-22, before its first 3 months end on 2027-02-28: study fewer "
        "hours a week, for example: gradus plan available tue=45m@19:00:read,wed=45m@19:00:read,"
        "thu=45m@19:00:read,sat=2h45m@09:00:lab,sun=1h@10:00:review");
  const std::vector<WeekDates> to_the_day{{day("2026-12-01"), day("2027-02-28"), {}}};
  const std::vector<WeekDates> a_day_less{{day("2026-12-01"), day("2027-02-27"), {}}};
  CHECK(warnings(to_the_day, frame("2026-12-01"), three, day("2026-12-01")).empty());
  CHECK(codes(warnings(a_day_less, frame("2026-12-01"), three, day("2026-12-01"))) ==
        Codes{"under-3-months"});
  CHECK(codes(warnings_of(loads(1), frame("9999-12-01"), three)) == Codes{"under-3-months"});
}

TEST_CASE("each code stands once, and all may stand together", "[plan]") {
  const auto daily = "mon=5h,tue=5h,wed=5h,thu=5h,fri=5h,sat=5h,sun=5h";
  const curriculum::WeekMinutes heavy{Minutes{1500}, Minutes{100}, Minutes{400}};
  const curriculum::WeekMinutes light{Minutes{60}, Minutes{0}, Minutes{0}};
  const auto warned =
      warnings_of({load(1, heavy), load(2, light), load(3, heavy)}, frame("2026-11-30", daily));
  CHECK(codes(warned) == Codes{"under-5-hours", "over-10-hours", "no-rest-day", "under-3-months"});
}

// The same rules once more, day by day and slowly.
struct Naive {
  const std::vector<WeekDates>& dates;
  const Frame& frame;
  Date today;

  [[nodiscard]] bool on_break(Date date) const {
    return std::ranges::any_of(
        frame.breaks, [&](const Break& each) { return each.from <= date && date <= each.to; });
  }

  // All days of the plan that are not on a break, by sevens.
  [[nodiscard]] std::vector<std::vector<Date>> sevens() const {
    Date last = frame.start;
    for (const WeekDates& week : dates) last = std::max(last, week.to);
    std::vector<std::vector<Date>> result;
    std::size_t counted = 0;
    for (Date date = frame.start; date <= last; date = date + Days{1}) {
      if (on_break(date)) continue;
      if (counted++ % 7 == 0) result.emplace_back();
      result.back().push_back(date);
    }
    return result;
  }

  [[nodiscard]] Minutes left_on(Date date) const {
    Minutes sum{0};
    for (const WeekDates& week : dates)
      for (const Block& block : week.blocks)
        if (block.on == date && date >= today) sum += block.minutes;
    return sum;
  }

  [[nodiscard]] Minutes left_in(const std::vector<Date>& days) const {
    Minutes sum{0};
    for (const Date date : days) sum += left_on(date);
    return sum;
  }

  [[nodiscard]] bool too_little(const std::vector<Date>& days) const {
    const bool apart = days.back() - days.front() > Days{6};
    return days.size() == 7 && days.front() >= today && left_in(days) < Minutes{300} &&
           !(apart && frame.available.per_week() >= Minutes{300});
  }

  [[nodiscard]] bool too_much(const std::vector<Date>& days) const {
    return left_in(days) > Minutes{600} && frame.available.per_week() > Minutes{600};
  }

  [[nodiscard]] bool restless(const std::vector<Date>& days) const {
    for (unsigned weekday = 0; weekday < 7; ++weekday)
      if (frame.available.on(std::chrono::weekday{weekday}).empty()) return false;
    return days.size() == 7 &&
           std::ranges::all_of(days, [this](Date date) { return left_on(date) > Minutes{0}; });
  }

  // "under-5-hours 3 weeks, the first on 2026-11-30 with 4h", for all that there are.
  [[nodiscard]] std::vector<std::string> warned() const {
    std::vector<std::string> result;
    const auto tell = [&](const std::string& code,
                          bool (Naive::*unwise)(const std::vector<Date>&) const) {
      std::vector<std::vector<Date>> found;
      for (const auto& days : sevens())
        if (days.back() >= today && (this->*unwise)(days)) found.push_back(days);
      if (found.empty()) return;
      const auto first =
          *std::ranges::find_if(found[0], [this](Date date) { return date >= today; });
      result.push_back(fmt::format("{} {}, the first on {} with {}", code, found.size(),
                                   first.iso(), calendar::format_duration(left_in(found[0]))));
    };
    tell("under-5-hours", &Naive::too_little);
    tell("over-10-hours", &Naive::too_much);
    tell("no-rest-day", &Naive::restless);
    return result;
  }
};

// The same of a warning.
std::string told(const Warning& warning) {
  const auto& text = warning.message;
  const auto first = text.find(", the first on ");
  return warning.code + ' ' + text.substr(0, text.find(' ')) +
         text.substr(first, text.find(": ") - first);
}

int number(int from, int to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to + 1));
}

Frame any_frame() {
  std::string spec;
  for (unsigned weekday = 1; weekday <= 7; ++weekday) {
    const int quarters = std::max(number(-2, 12), number(0, 1));
    spec += fmt::format("{}{}={}m", spec.empty() ? "" : ",",
                        calendar::short_name(std::chrono::weekday{weekday}), quarters * 15);
  }
  auto result = frame("2026-11-30", spec, number(0, 1) == 0 ? Fit::weekly : Fit::flow);
  RC_PRE(result.available.per_week() > Minutes{0});
  Date free = result.start + Days{number(0, 20)};
  for (int i = number(0, 3); i > 0; --i) {
    const Date to = free + Days{number(0, 10)};
    result.breaks.push_back({free, to});
    free = to + Days{number(1, 25)};
  }
  return result;
}

TEST_CASE("limits are measured as by counting days", "[plan]") {
  REQUIRE(rc::check("the same weeks are unwise, at first and after a re-plan", [] {
    const Frame frame = any_frame();
    std::vector<WeekLoad> weeks;
    for (int i = number(1, 8); i > 0; --i)
      weeks.push_back(load(i, {Minutes{number(0, 60) * 10}, Minutes{number(0, 30) * 10}, {}}));
    Plan plan = plan_of(weeks, frame);
    Date today = frame.start + Days{number(-3, 60)};
    std::vector<WeekDates> dates;
    for (const PlanWeek& week : plan.weeks) dates.push_back(week.dates);
    if (number(0, 1) == 1) {
      dates = reschedule_remaining(plan, progress(plan, {}, today), {}, frame, today);
      today = today + Days{number(0, 20)};
    }
    std::vector<std::string> all;
    for (const Warning& warning : warnings(dates, frame, {{{5, 10}}, true, {}}, today))
      all.push_back(told(warning));
    RC_CLASSIFY(!all.empty());
    RC_ASSERT(all == (Naive{dates, frame, today}.warned()));
  }));
}

}  // namespace
}  // namespace gradus::plan::warnings_test
