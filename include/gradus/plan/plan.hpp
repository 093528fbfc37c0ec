#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/plan/error.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::plan {

using calendar::Minutes;

// `weekly`: a plan week starts no sooner than 7 days after the previous one, on a day of its own.
// `flow`: it starts where the previous one ends, on the same day if that day's slots have time
// left.
enum class Fit { weekly, flow };
inline constexpr auto fit_modes = named<Fit>({{Fit::weekly, "weekly"}, {Fit::flow, "flow"}});
[[nodiscard]] constexpr std::string_view name(Fit fit) {
  return fit_modes.name(fit);
}
[[nodiscard]] constexpr std::optional<Fit> parse_fit(std::string_view text) {
  return fit_modes.parse(text);
}

// Study time on one day, within one of its slots.
struct Block {
  calendar::Date on;
  std::optional<calendar::TimeOfDay> at;
  Minutes minutes;
  calendar::BlockKind kind;
  bool past = false;  // before the day of the last re-plan

  [[nodiscard]] friend bool operator==(const Block&, const Block&) = default;
};

// A curriculum week, or the part of one, that a plan week carries.
struct Carried {
  curriculum::WeekId week;
  curriculum::WeekMinutes minutes;  // what the plan week lays for it

  [[nodiscard]] friend bool operator==(const Carried&, const Carried&) = default;
};

// What one plan week should contain, before it has dates.
struct WeekLoad {
  curriculum::TierId tier;
  std::vector<Carried> carries;  // at least one, in the curriculum's order
  std::string title;
  bool repeat = false;
  curriculum::WeekMinutes minutes;  // those of what it carries; modules count for their home week
  std::vector<curriculum::ProblemTarget> problems;
  std::vector<curriculum::ArtefactId> artefacts;
  std::vector<curriculum::ModuleId> modules{};  // those whose time begins in this week
  bool only_modules = false;                    // added because a home week was full
  bool gate = false;  // behind its tier's weeks, for what the gate still asks for
  // Names the week in every layout of the track: its first curriculum week's id, with ".2" for a
  // second plan week of the same one, ".again" for a repetition, ".modules" for a week of modules,
  // ".gate" for a gate week.
  std::string key{};
  std::vector<curriculum::ModuleId> going_on{};  // modules that begin in an earlier week

  // Whether it is one of its tier's weeks, and not added to them.
  [[nodiscard]] bool is_own() const { return !repeat && !only_modules && !gate; }
  [[nodiscard]] bool carries_week(const curriculum::WeekId& id) const;
  [[nodiscard]] std::vector<curriculum::WeekId> week_ids() const;
  [[nodiscard]] friend bool operator==(const WeekLoad&, const WeekLoad&) = default;
};

// A week's dates in the calendar.
struct WeekDates {
  calendar::Date from;        // its first day; once re-planned, the first day of what remains
  calendar::Date to;          // its last day; see lay_out
  std::vector<Block> blocks;  // in order of time
  // The day from which the 7 days to the next week are counted, if it is not `from`.
  std::optional<calendar::Date> anchor{};
  bool finished = false;  // complete when the plan was last re-planned: its dates are frozen
  // What was logged beyond earlier weeks of its tier and fills this one, by the last re-plan.
  Minutes filled{0};

  [[nodiscard]] calendar::Date seven_days_from() const { return anchor.value_or(from); }
  // With what is behind: its past blocks, and the day its 7 days are counted from.
  [[nodiscard]] calendar::Date first_day() const;
  // The day of its last block; that on which it begins if it has none, or only earlier ones.
  [[nodiscard]] calendar::Date last_day_of_study() const;
  // What remains: the minutes of the blocks that no re-plan has marked as past.
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
  calendar::Date from;  // its first day, which no re-plan moves
  calendar::Date to;
  int weeks;
  Minutes minutes{0};  // as planned, with what is behind

  [[nodiscard]] Minutes per_week() const { return weeks == 0 ? Minutes{0} : minutes / weeks; }
};

struct Warning {
  std::string code;  // under-5-hours, over-10-hours, no-rest-day, under-3-months, …
  std::string message;
};

struct Plan {
  calendar::Date start;
  calendar::Date baseline_finish;
  std::vector<PlanWeek> weeks;    // at least one; tiers in the curriculum's order
  std::vector<Warning> warnings;  // empty until they are asked for, see warnings

  [[nodiscard]] calendar::Date finish() const;  // the latest `to`
  [[nodiscard]] calendar::Days slip() const { return finish() - baseline_finish; }
  [[nodiscard]] std::vector<TierSpan> tiers() const;
};

}  // namespace gradus::plan
