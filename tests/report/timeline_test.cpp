#include "report/timeline.hpp"

#include "gradus/report/writers.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report::timeline_test {

using namespace gradus;
using namespace gradus::report;
using testing::day;

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

// "SQL" and its bar, and so on.
Rows rows(const insight::Track& track, std::size_t width, const char* today = "2026-01-01") {
  Rows result;
  for (const auto& row : drawn(timeline(track, day(today)), width).rows)
    result.emplace_back(row.at(0).text, row.at(1).text);
  return result;
}

std::string months(const insight::Track& track, std::size_t width) {
  return drawn(timeline(track, day("2026-01-01")), width).columns.at(1).title;
}

std::string times(int count, const std::string& mark) {
  std::string text;
  for (int i = 0; i < count; ++i) text += mark;
  return text;
}

// 14 days of sql from 30 November, then 7 of python, as first planned.
insight::Track punctual_track() {
  auto track = testing::sample_track();
  track.plan.baseline_finish = track.plan.finish();
  return track;
}

// The same with a last day of another month.
insight::Track ending(const char* last) {
  auto track = punctual_track();
  track.plan.weeks.back().dates.to = day(last);
  track.plan.baseline_finish = day(last);
  return track;
}

}  // namespace

TEST_CASE("a tier's bar is below its days", "[report]") {
  CHECK(rows(punctual_track(), 21) ==
        Rows{{"SQL", times(14, "▒")}, {"PYTHON", times(14, " ") + times(7, "▒")}});
  // Three days a column: one is of both.
  CHECK(rows(punctual_track(), 7) ==
        Rows{{"SQL", times(5, "▒")}, {"PYTHON", times(4, " ") + times(3, "▒")}});
  CHECK(rows(punctual_track(), 20) == rows(punctual_track(), 11));  // two days a column
}

TEST_CASE("a passed tier's bar is full", "[report]") {
  auto track = punctual_track();
  track.states.insert_or_assign(curriculum::TierId("sql"), rules::TierState::passed);
  CHECK(rows(track, 21) ==
        Rows{{"SQL", times(14, "█")}, {"PYTHON", times(14, " ") + times(7, "▒")}});
}

TEST_CASE("a column is drawn as a break when all its days are", "[report]") {
  auto track = punctual_track();
  track.frame.breaks = {{day("2026-12-03"), day("2026-12-05")},
                        {day("2026-12-19"), day("2027-01-06")}};
  CHECK(rows(track, 21) ==
        Rows{{"SQL", "▒▒▒···" + times(8, "▒")}, {"PYTHON", times(14, " ") + "▒▒▒▒▒··"}});
  CHECK(rows(track, 7)[0].second == "▒·▒▒▒");
  track.frame.breaks = {{day("2026-12-03"), day("2026-12-04")}};
  CHECK(rows(track, 7)[0].second == "▒▒▒▒▒");
}

TEST_CASE("today and the first finish have a mark of their own", "[report]") {
  auto track = testing::sample_track();  // first planned to end on 18 December
  auto shown = rows(track, 21, "2026-12-02");
  REQUIRE(shown.size() == 4);
  CHECK(shown[2] == std::pair<std::string, std::string>{"today", "  ▲"});
  CHECK(shown[3] == std::pair<std::string, std::string>{"first finish", times(18, " ") + "◆"});
  // A first finish that lies behind the plan's still has its place.
  track.plan.baseline_finish = day("2026-12-22");
  CHECK(rows(track, 23).back().second == times(22, " ") + "◆");
}

TEST_CASE("a day that the plan doesn't have has no mark", "[report]") {
  for (const auto* today : {"2026-11-29", "2026-12-21"})
    CHECK(rows(punctual_track(), 21, today).size() == 2);
  for (const auto* today : {"2026-11-30", "2026-12-20"})
    CHECK(rows(punctual_track(), 21, today).size() == 3);
}

TEST_CASE("months stand above their first day", "[report]") {
  CHECK(months(punctual_track(), 21) == " Dec");  // 30 November leaves no room for its name
  CHECK(months(ending("2027-02-15"), 78) ==
        " Dec" + times(28, " ") + "Jan" + times(28, " ") + "Feb");
}

TEST_CASE("where months are narrower than their names, some are left out", "[report]") {
  // Nine days a column: some months would begin right behind the name of the one before.
  CHECK(months(ending("2027-11-25"), 41) == " Dec   Feb Mar   May Jun    Aug   Oct Nov");
}

TEST_CASE("a plan of more than a year has its years on the axis", "[report]") {
  CHECK(months(ending("2027-12-30"), 48) == "    2027   Mar   May Jun    Aug   Oct Nov");
  CHECK(months(ending("2029-06-30"), 48) == "  2027 Apr Jul  Oct 2028 Apr Jul Sep   2029  May");
  // A year that has no room is left out, as a month is.
  CHECK(months(ending("2041-12-30"), 48) == " 2027  2029  2031   2033  2035   2037  2039");
}

TEST_CASE("no bar is wider than asked for", "[report]") {
  const auto track = ending("2027-11-30");
  for (std::size_t width = 1; width <= 400; ++width) {
    INFO(width);
    std::size_t widest = 0;
    for (const auto& [tier, bar] : rows(track, width, "2027-11-30"))
      widest = std::max(widest, display_width(bar));
    CHECK(widest <= width);
    CHECK(2 * widest > std::min<std::size_t>(width, 366));  // and none is much narrower
  }
}

TEST_CASE("a tier's gate weeks have a sign of their own until it is passed", "[report]") {
  auto track = punctual_track();
  track.plan.weeks.at(1).load.gate = true;
  CHECK(rows(track, 21)[0] ==
        std::pair<std::string, std::string>("SQL", times(7, "▒") + times(7, "▓")));
  track.states.insert_or_assign(curriculum::TierId("sql"), rules::TierState::passed);
  CHECK(rows(track, 21)[0].second == times(14, "█"));
}

TEST_CASE("the signs of a timeline are told once there are two", "[report]") {
  auto track = punctual_track();
  const auto shown = [&track] { return write_text({{timeline(track, day("2026-01-01"))}}, {}); };
  CHECK_THAT(shown(), !Catch::Contains("to do"));
  track.states.insert_or_assign(curriculum::TierId("sql"), rules::TierState::passed);
  CHECK_THAT(shown(), Catch::EndsWith("█ done, ▒ to do\n"));
  track.frame.breaks = {{day("2026-12-15"), day("2026-12-16")}};
  CHECK_THAT(shown(), Catch::EndsWith("█ done, ▒ to do, · break\n"));
}

}  // namespace gradus::report::timeline_test
