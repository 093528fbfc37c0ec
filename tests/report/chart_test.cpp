#include "gradus/report/chart.hpp"

#include "gradus/report/writers.hpp"

#include "report/text_chart.hpp"
#include "support/sample_charts.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report::chart_test {

using namespace gradus::report;
using gradus::testing::chart_day;
using gradus::testing::chart_numbers;
using Lines = std::vector<std::string>;

namespace {

std::size_t widest_line(const std::string& text) {
  std::istringstream in(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(in, line);) widest = std::max(widest, display_width(line));
  return widest;
}

bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0; });
}

Drawing line_of(std::vector<Trend::Point> points) {
  return Trend{{{"score", std::move(points)}}, {}, {}, {}, "%"};
}

}  // namespace

TEST_CASE("a chart without numbers is empty", "[report]") {
  auto chart = gradus::testing::sample_pyramid();
  CHECK_FALSE(is_empty(chart));
  chart.numbers.rows.clear();
  CHECK(is_empty(chart));
  CHECK(write_text({{chart}}, {}).empty());
  CHECK(write_markdown({{chart}}).empty());
}

TEST_CASE("Markdown has a chart's words and its table", "[report]") {
  CHECK(write_markdown({{gradus::testing::sample_trend()}}) ==
        "**Hours, week by week** 82 of 168 hours are logged.\n\n"
        "| what | amount |\n| --- | --: |\n| all | 7 |\n");
}

TEST_CASE("a pyramid stands on its first step", "[report]") {
  const Pyramid pyramid{
      {{"SQL", 1, "7 of 7", "passed"}, {"Python", 0.999, "", "open"}, {"Spark", 0, "", "locked"}}};
  CHECK(drawing_lines(pyramid, 50) == Lines{
                                          "        ░░░░░░░░           Spark, locked",
                                          "    ███████████████░       Python, open",
                                          "█████████████████████████  SQL, passed: 7 of 7",
                                      });
}

TEST_CASE("each kind of a stacked bar has a sign of its own", "[report]") {
  const StackedBars bars{
      {"read", "lab"}, {{"w1", {4, 4}, "8 h"}, {"w2", {0, 1}, "1 h"}}, " h", false};
  CHECK(drawing_lines(bars, 26) == Lines{
                                       "█ read, ▒ lab",
                                       "w1  █████████▒▒▒▒▒▒▒▒  8 h",
                                       "w2  ▒▒                 1 h",
                                   });
  // No room beside the bars.
  const StackedBars wordy{{"read"}, {{"w1", {4}, "four hours of it"}}, " h", false};
  CHECK(drawing_lines(wordy, 24) ==
        Lines{"█ read", "w1  ████████████████████", "  four hours of it"});
}

TEST_CASE("a name too long for its column stands whole above its drawing", "[report]") {
  const StackedBars bars{{"easy"}, {{"Joins", {2}, "2"}, {"Window functions", {4}, "4"}}, ""};
  CHECK(drawing_lines(bars, 30) == Lines{"█ easy", "Joins       ████████         2",
                                         "Window functions", "            ███████████████  4"});
}

TEST_CASE("a trend is a line of heights with its first and last value", "[report]") {
  std::vector<Trend::Point> points;
  points.reserve(8);
  for (int i = 0; i < 8; ++i) points.push_back({chart_day(i), 10.0 * i});
  const auto lines = drawing_lines(line_of(points), 39);
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines[0], Catch::StartsWith("score  ▁") && Catch::EndsWith("█  0% to 70%"));
  CHECK(sparkline(points, chart_day(0), chart_day(7), 0, 70, 8) == "▁▂▃▄▅▆▇█");
  // What has no value goes on as it was, and is blank before the first one.
  CHECK(sparkline({{chart_day(2), 0}, {chart_day(5), 70}}, chart_day(0), chart_day(7), 0, 70, 8) ==
        "  ▁▁▁█");
}

TEST_CASE("scores against a target say on which days they were", "[report]") {
  auto trend = std::get<Trend>(line_of({{chart_day(0), 61}, {chart_day(21), 78}}));
  trend.lines.push_back({"one", {{chart_day(21), 55}}});
  trend.level = {"target", 80};
  const auto lines = drawing_lines(trend, 80);
  REQUIRE(lines.size() == 3);
  CHECK_THAT(lines[0], Catch::EndsWith("  61% on 2026-11-30 to 78% on 2026-12-21"));
  CHECK_THAT(lines[1], Catch::EndsWith("  55% on 2026-12-21"));
  CHECK(lines[2] == "target: 80%");
}

TEST_CASE("a day map has a column for each week and a sign for each fifth", "[report]") {
  const DayMap map{chart_day(1),
                   chart_day(12),
                   {{chart_day(1), 10},
                    {chart_day(2), 20},
                    {chart_day(8), 30},
                    {chart_day(9), 40},
                    {chart_day(12), 50}},
                   " min"};
  const std::string steps =
      "· nothing, ▁ to 10 min, ▃ to 20 min, ▅ to 30 min, ▆ to 40 min, █ to 50 min";
  CHECK(drawing_lines(map, 80) == Lines{
                                      "     Dec",
                                      "Mon   ·",
                                      "Tue  ▁▅",
                                      "Wed  ▃▆",
                                      "Thu  ··",
                                      "Fri  ··",
                                      "Sat  ·█",
                                      "Sun  · ",
                                      steps,
                                  });
}

TEST_CASE("nothing to draw is no line, and then the table is shown", "[report]") {
  CHECK(drawing_lines(Trend{{{"none", {}}}}, 80).empty());
  CHECK(drawing_lines(StackedBars{{"a"}, {{"b", {0}, "nothing"}}, "", false}, 80).empty());
  CHECK(drawing_lines(DayMap{chart_day(0), chart_day(9), {}, ""}, 80).empty());
  CHECK(drawing_lines(Pyramid{}, 80).empty());
  CHECK(write_text({{Chart{"Scores", "No mock exam yet.", Trend{}, chart_numbers()}}}, {}) ==
        "Scores\nNo mock exam yet.\nwhat  amount\n────  ──────\nall        7\n");
}

TEST_CASE("charts fit terminals, in ASCII too", "[report]") {
  const auto document = gradus::testing::sample_charts();
  for (const std::size_t width : {40U, 80U, 120U, 200U}) {
    INFO(width);
    const auto text = write_text(document, {.width = width});
    CHECK(widest_line(text) <= width);
    const auto ascii = write_text(document, {.width = width, .ascii = true});
    CHECK(is_ascii(ascii));
    CHECK(widest_line(ascii) == widest_line(text));
  }
  CHECK(write_text(document, {}) == write_text(document, {}));
}

TEST_CASE("any numbers are drawn within the width", "[report]") {
  REQUIRE(rc::check("lines and bars", [] {
    const auto numbers = *rc::gen::container<std::vector<double>>(
        rc::gen::oneOf(rc::gen::arbitrary<double>(),
                       rc::gen::element(0.0, -1.0, 1e308, 1.0 / 0.0, 0.0 / 0.0, 7.0)));
    const auto width = *rc::gen::inRange<std::size_t>(40, 200);
    for (const auto& drawing : testing::drawings_of(numbers))
      for (const auto& line : drawing_lines(drawing, width))
        RC_ASSERT(display_width(line) <= width);
  }));
}

}  // namespace gradus::report::chart_test
