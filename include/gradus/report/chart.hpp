#pragma once

#include "gradus/calendar/date.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// What a chart shows, as data: no widths, colours or glyphs. Numbers are in whatever unit the chart
// names; those that are not finite are not drawn.
namespace gradus::report {

// Values over days, as lines: hours planned and logged, or scores against a target.
struct Trend {
  struct Point {
    calendar::Date on;
    double value;
  };
  enum class Stroke { solid, dashed, dotted };
  struct Line {
    std::string name;
    std::vector<Point> points;  // by day; may be empty
    Stroke stroke = Stroke::solid;
  };
  struct BandPoint {
    calendar::Date on;
    double low;
    double high;
  };
  struct Band {  // a range, such as a forecast's
    std::string name;
    std::vector<BandPoint> points;  // by day
  };
  struct Level {  // the same on all days: a target
    std::string name;
    double value;
  };
  struct Mark {  // a day with a name: today
    std::string name;
    calendar::Date on;
  };

  std::vector<Line> lines;
  std::optional<Band> band{};
  std::optional<Level> level{};
  std::vector<Mark> marks{};
  std::string unit{};  // behind a number: " h", "%"
};

// Amounts of some kinds, one on top of the other: hours of a week, problems of a topic.
struct StackedBars {
  struct Row {
    std::string label;
    std::vector<double> amounts;  // one of each kind, none below 0
    std::string words;            // the same, for people
  };
  std::vector<std::string> kinds;
  std::vector<Row> rows;
  std::string unit{};    // behind a number: " h"
  bool upright = false;  // columns, for rows that follow each other in time
};

// How much was done on each day of some weeks, as a calendar with a column a week.
struct DayMap {
  calendar::Date from;
  calendar::Date to;                                    // included
  std::vector<std::pair<calendar::Date, double>> days;  // those with something, in any order
  std::string unit{};                                   // behind a number: " min"
};

// Steps to climb, the first at the base.
struct Pyramid {
  struct Step {
    std::string label;
    double share;       // done, 0 to 1
    std::string words;  // how much of what
    std::string state;  // "passed", "open", "locked"
  };
  std::vector<Step> steps;
};

using Drawing = std::variant<Trend, StackedBars, DayMap, Pyramid>;

}  // namespace gradus::report
