#pragma once

#include "gradus/report/document.hpp"

#include <string>
#include <vector>

// One chart of each kind, as a report has them.
namespace gradus::testing {

[[nodiscard]] inline calendar::Date chart_day(int number) {
  return calendar::Date::parse("2026-11-30").value() + calendar::Days{number};
}

[[nodiscard]] inline report::Table chart_numbers() {
  return {{{"what"}, {"amount", report::Align::right}}, {{{"all"}, {"7"}}}};
}

[[nodiscard]] inline report::Chart sample_trend() {
  using report::Trend;
  Trend trend{{{"planned", {}, Trend::Stroke::dashed}, {"logged", {}}}, {}, {}, {}, " h"};
  for (int week = 0; week <= 24; ++week)
    trend.lines[0].points.push_back({chart_day(7 * week), 7.0 * week});
  for (int day = 0; day <= 100; ++day)
    trend.lines[1].points.push_back({chart_day(day), 0.8 * day + day % 7});
  trend.band = {"forecast, 50 to 80%", {{chart_day(100), 82, 82}, {chart_day(168), 130, 168}}};
  trend.level = {"all hours", 168};
  trend.marks = {{"today", chart_day(100)}};
  return {"Hours, week by week", "82 of 168 hours are logged.", trend, chart_numbers()};
}

[[nodiscard]] inline report::Chart sample_columns() {
  report::StackedBars bars{{"reading", "hands-on", "review"}, {}, " h", true};
  for (int week = 1; week <= 15; ++week)
    bars.rows.push_back({"w" + std::to_string(week),
                         {1.0 + week % 3, 2.5 * (week % 2), 0.5 * (week % 4)},
                         std::to_string(week) + " hours"});
  return {"Hours a week", "What was done with them.", bars, chart_numbers()};
}

[[nodiscard]] inline report::Chart sample_rows() {
  return {"Problems by topic", "Which topics the solved problems were of.",
          report::StackedBars{{"easy", "medium", "hard"},
                              {{"Aggregation and GROUP BY", {12, 8, 4}, "24, 12 at the first try"},
                               {"Joins", {5, 9, 2}, "16, 4 at the first try"},
                               {"Window functions", {0, 0, 1}, "1, at the first try"},
                               {"Subqueries", {0, 0, 0}, "none"}},
                              "",
                              false},
          chart_numbers()};
}

[[nodiscard]] inline report::Chart sample_days() {
  report::DayMap map{chart_day(0), chart_day(364), {}, " min"};
  for (int day = 0; day < 200; ++day)
    if (day % 5 != 3) map.days.emplace_back(chart_day(day), (day * 37) % 150);
  return {"Days of study", "160 days of a year.", map, chart_numbers()};
}

[[nodiscard]] inline report::Chart sample_pyramid() {
  return {"Tiers", "Two of five are passed.",
          report::Pyramid{{{"SQL", 1, "7 of 7 criteria", "passed"},
                           {"Python for data", 1, "7 of 7 criteria", "passed"},
                           {"Distributed compute with Spark", 0.5, "3 of 6 criteria", "open"},
                           {"Cloud and warehouse", 0, "0 of 7 criteria", "locked"},
                           {"Portfolio and interviews", 0, "0 of 6 criteria", "locked"}}},
          chart_numbers()};
}

[[nodiscard]] inline report::Timeline sample_timeline() {
  using report::Timeline;
  return {
      {chart_day(0), chart_day(167)},
      {{"SQL", {chart_day(0), chart_day(41)}, true, Timeline::Span{chart_day(0), chart_day(34)}},
       {"The gate of SQL", {chart_day(42), chart_day(48)}, false, {}, Timeline::RowKind::gate},
       {"Python for data", {chart_day(49), chart_day(90)}, false},
       {"Distributed compute with Spark", {chart_day(91), chart_day(167)}, false}},
      {{chart_day(60), chart_day(69)}},
      {{"today", "▲", chart_day(45), report::Tone::strong},
       {"first finish", "◆", chart_day(150), report::Tone::faint}}};
}

// A row a week, with labels beside the bars.
[[nodiscard]] inline report::Timeline sample_weeks() {
  report::Timeline weeks{{chart_day(0), chart_day(167)}, {}, {}, {}};
  for (int week = 0; week < 24; ++week)
    weeks.rows.push_back({std::to_string(week + 1) + " What the week with that number is about",
                          {chart_day(7 * week), chart_day(7 * week + 6)},
                          week < 9});
  return weeks;
}

// One drawing of each shape that holds these numbers, whatever they are.
[[nodiscard]] inline std::vector<report::Drawing> drawings_of(const std::vector<double>& numbers,
                                                              bool upright = false) {
  report::Trend trend{{{"name", {}}}};
  report::StackedBars bars{{"kind", "other"}, {}};
  report::DayMap map{chart_day(0), chart_day(400), {}};
  report::Pyramid pyramid;
  bars.upright = upright;
  int number = 0;
  for (const double each : numbers) {
    ++number;
    trend.lines[0].points.push_back({chart_day(number), each});
    bars.rows.push_back({"row", {each, 1}, "words"});
    map.days.emplace_back(chart_day(number), each);
    pyramid.steps.push_back({"step", each, "words", "open"});
  }
  return {trend, bars, map, pyramid};
}

[[nodiscard]] inline report::Document sample_charts() {
  using report::Section;
  return {{Section{"A report with charts",
                   {report::Paragraph{"It shows one chart of each kind."},
                    Section{"Where I am", {sample_pyramid(), sample_timeline(), sample_weeks()}},
                    Section{"Hours", {sample_trend(), sample_columns(), sample_days()}},
                    Section{"Problems", {sample_rows()}}}}}};
}

}  // namespace gradus::testing
