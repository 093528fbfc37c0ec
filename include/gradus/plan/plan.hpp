#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/plan/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::plan {

using calendar::Minutes;

// `weekly`: a plan week starts no sooner than 7 days after the one before. `flow`: it starts the
// day after the last block of the one before.
enum class Fit { weekly, flow };
[[nodiscard]] std::string_view name(Fit fit);
[[nodiscard]] std::optional<Fit> parse_fit(std::string_view text);

// Study time on one day, within one of its slots.
struct Block {
  calendar::Date on;
  std::optional<calendar::TimeOfDay> at;
  Minutes minutes;
  calendar::BlockKind kind;
  bool past = false;  // frozen by a re-plan

  [[nodiscard]] friend bool operator==(const Block&, const Block&) = default;
};

// What one plan week is to hold, before it has dates.
struct WeekLoad {
  curriculum::TierId tier;
  std::vector<curriculum::WeekId> carries;  // at least one curriculum week
  std::string title;
  bool repeat = false;
  curriculum::WeekMinutes minutes;
  std::vector<curriculum::ProblemTarget> problems;
  std::vector<curriculum::ArtefactId> artefacts;
};

// A week's place in the calendar.
struct WeekDates {
  calendar::Date from;  // its first day
  calendar::Date to;    // the day before the next week's first; see lay_out for the last week's
  std::vector<Block> blocks;  // in order of time

  [[nodiscard]] Minutes minutes() const;
  [[nodiscard]] friend bool operator==(const WeekDates&, const WeekDates&) = default;
};

struct PlanWeek {
  int number;  // from 1
  WeekLoad load;
  WeekDates dates;
};

struct TierSpan {
  curriculum::TierId tier;
  calendar::Date from;
  calendar::Date to;
  int weeks;
};

struct Warning {
  std::string code;  // under-5-hours, over-10-hours, no-rest-day, under-3-months, …
  std::string message;
};

struct Plan {
  calendar::Date start;
  calendar::Date baseline_finish;
  std::vector<PlanWeek> weeks;  // at least one; tiers in the curriculum's order
  std::vector<Warning> warnings;

  [[nodiscard]] calendar::Date finish() const { return weeks.back().dates.to; }
  [[nodiscard]] calendar::Days slip() const { return finish() - baseline_finish; }
  [[nodiscard]] std::vector<TierSpan> tiers() const;
};

}  // namespace gradus::plan
