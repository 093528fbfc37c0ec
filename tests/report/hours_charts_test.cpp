#include "report/hours_charts.hpp"

#include "gradus/report/writers.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::report::hours_charts_test {
namespace {

using calendar::Minutes;
using Catch::Contains;
using insight::ForecastStatus;
using testing::day;

std::string text(Part part, std::optional<std::size_t> width = std::nullopt, bool ascii = false) {
  return write_text({{std::move(part)}}, {.width = width, .ascii = ascii});
}

std::size_t widest_line(const std::string& text) {
  std::istringstream in(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(in, line);) widest = std::max(widest, display_width(line));
  return widest;
}

// Monday 2026-11-30 to Sunday 2026-12-06.
std::vector<insight::StudiedDay> last_days(const std::vector<int>& minutes) {
  std::vector<insight::StudiedDay> days;
  days.reserve(minutes.size());
  for (std::size_t i = 0; i < minutes.size(); ++i)
    days.push_back({day("2026-11-30") + calendar::Days{static_cast<int>(i)}, Minutes{minutes[i]}});
  return days;
}

insight::BurnUp hours() {
  return {day("2026-11-30"),
          day("2026-12-14"),
          {{day("2026-12-06"), Minutes{420}},
           {day("2026-12-13"), Minutes{840}},
           {day("2026-12-20"), Minutes{1260}}},
          {{day("2026-12-05"), Minutes{200}}, {day("2026-12-14"), Minutes{610}}}};
}

}  // namespace

TEST_CASE("the last days are a sign each, with their hours in words", "[report]") {
  const auto bar = last_days_bar(last_days({0, 60, 45, 0, 0, 180, 30}));
  CHECK(text(bar) ==
        "Days  ·· ▃▃ ▂▂ ·· ·· ██ ▂▂  4 of the last 7: Tue 1h, Wed 45m, Sat 3h, today 30m\n");
  // The words go on below themselves, and the drawing stays.
  CHECK(text(bar, 40) ==
        "Days  ·▃▂··█▂   4 of the last 7: Tue 1h,\n"
        "                Wed 45m, Sat 3h, today\n"
        "                30m\n");
  CHECK_THAT(text(bar, {}, true), Contains("-- 33 22 -- -- ## 22"));
}

TEST_CASE("the last days are told from the second day of study on", "[report]") {
  CHECK(is_empty(last_days_bar(last_days({0, 0, 0, 0, 0, 0, 50}))));
  CHECK(is_empty(last_days_bar({})));
  CHECK_FALSE(is_empty(last_days_bar(last_days({0, 0, 0, 0, 0, 50, 0}))));
}

TEST_CASE("the days of a week share a scale, and show what goes beyond the plan", "[report]") {
  const auto bars = day_bars({{day("2026-12-01"), Minutes{60}, Minutes{30}},
                              {day("2026-12-02"), Minutes{60}, Minutes{120}},
                              {day("2026-12-03"), Minutes{0}, Minutes{60}},
                              {day("2026-12-04"), Minutes{120}, Minutes{0}}});
  CHECK(text(bars) ==
        "Tue 2026-12-01  █████░░░░░            30m of 1h\n"
        "Wed 2026-12-02  ██████████▒▒▒▒▒▒▒▒▒▒  2h of 1h\n"
        "Thu 2026-12-03  ▒▒▒▒▒▒▒▒▒▒            1h, nothing planned\n"
        "Fri 2026-12-04  ░░░░░░░░░░░░░░░░░░░░  0m of 2h\n");
}

TEST_CASE("the hours so far have a row for each line, the forecast and today", "[report]") {
  const insight::Chances finish{day("2026-12-28"), day("2027-01-04")};
  const auto chart = burn_up_chart(hours(), ForecastStatus::range, finish);
  CHECK_THAT(text(chart), Contains("10h10m studied by 2026-12-14; the plan's weeks up to then "
                                   "asked for 14h. At the pace so far the hours are done by "
                                   "2026-12-28, or, with less luck, by 2027-01-04.") &&
                              Contains("  0 h to 21 h\n") && Contains("  0 h to 10.2 h\n") &&
                              Contains("  10.2 h to 21 h\n") && Contains("▲") &&
                              Contains("  2026-12-14\n"));
  // Each line begins at the track's start, with nothing done, or with what was done before.
  const auto lines = [](const insight::BurnUp& burn_up) {
    const auto part = burn_up_chart(burn_up, ForecastStatus::none, {});
    return std::get<Trend>(std::get<Chart>(part).drawing).lines;
  };
  for (const auto& line : lines(hours())) {
    CHECK(line.points.front().on == day("2026-11-30"));
    CHECK(line.points.front().value == 0);
  }
  auto early = hours();
  early.studied.front().on = day("2026-11-28");
  CHECK(lines(early).at(1).points.front().on == day("2026-11-28"));
  const auto without = text(burn_up_chart(hours(), ForecastStatus::none, {}));
  CHECK_THAT(without, !Contains("forecast") && !Contains("At the pace"));
}

TEST_CASE("hours over time fit any terminal, in ASCII too", "[report]") {
  const insight::Chances finish{day("2026-12-28"), day("2027-01-04")};
  const std::vector<insight::CalendarWeek> weeks{
      {day("2026-11-30"), {.read = Minutes{90}, .lab = Minutes{110}}},
      {day("2026-12-07"), {.review = Minutes{410}}}};
  const std::vector<Part> parts{burn_up_chart(hours(), ForecastStatus::range, finish),
                                weekly_hours_chart(weeks),
                                last_days_bar(last_days({600, 60, 45, 90, 100, 180, 30})),
                                day_bars({{day("2026-12-01"), Minutes{60}, Minutes{30}}})};
  for (const std::size_t width : {40U, 80U, 120U, 200U})
    for (const auto& part : parts) {
      INFO(width << "\n" << text(part, width));
      CHECK(widest_line(text(part, width)) <= width);
      const auto ascii = text(part, width, true);
      CHECK(std::ranges::all_of(ascii, [](char c) { return c >= 0; }));
      CHECK(widest_line(ascii) == widest_line(text(part, width)));
    }
}

TEST_CASE("weeks without study are no chart", "[report]") {
  CHECK(is_empty(weekly_hours_chart({{day("2026-11-30"), {}}})));
  CHECK(is_empty(
      burn_up_chart({day("2026-11-30"), day("2026-11-30"), {}, {}}, ForecastStatus::none, {})));
}

}  // namespace gradus::report::hours_charts_test
