#pragma once

#include "gradus/insight/hours.hpp"
#include "gradus/insight/study_weeks.hpp"
#include "gradus/insight/topic_pace.hpp"
#include "gradus/insight/week_values.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// A plan week's time against its plan.
struct WeekPace {
  Minutes planned;
  Minutes actual;
  // Under 0.8 of the planned time, once the week is over or complete; nullopt until then.
  std::optional<bool> gap{};

  // nullopt for a week of no planned time.
  [[nodiscard]] std::optional<double> ratio() const;
  // What a week with a gap is short of.
  [[nodiscard]] Minutes debt() const { return gap.value_or(false) ? planned - actual : Minutes{0}; }
};
// `closed`: over, or complete. The bound is the weekly review's of the certificate guide.
[[nodiscard]] WeekPace week_pace(Minutes planned, Minutes actual, bool closed);

struct PaceRow {
  int number;                              // of the plan week
  std::optional<curriculum::WeekId> week;  // nullopt for a gate week
  std::string title;
  bool repeat;
  calendar::Date from;
  WeekPace time;
  Minutes excused{0};  // of its planned time: on days of a break entered afterwards, not counted
};

// What the current week's rows still ask for of a topic and difficulty, in time.
struct AheadRow {
  curriculum::ProblemTarget target;  // unsolved
  Typical time;                      // of all of them
  bool own;                          // by the learner's own times, else by the usual ones
};

inline constexpr std::size_t most_weeks_by_kind = 12;

// How the learner is doing against the plan.
struct Pace {
  calendar::Date date;
  std::optional<calendar::Date> since{};  // only what was from that day on
  std::vector<PaceRow> weeks;             // those that began by the day, in the plan's order
  int streak_weeks;
  journal::MinutesByKind by_kind;
  std::optional<Habits> habits;
  std::vector<TopicPace> topics;
  std::vector<AheadRow> ahead;
  // From Monday to Sunday, the last `most_weeks_by_kind` that have something since the day asked
  // for.
  std::vector<CalendarWeek> by_week{};
  std::string for_a_topic{};  // a command that records something with a topic; empty: none does

  // The whole weeks without study since those that the habits are taken from.
  [[nodiscard]] int pause_weeks() const;
  [[nodiscard]] Minutes read() const;
  [[nodiscard]] Minutes hands_on() const;  // all but reading
  [[nodiscard]] Minutes debt() const;
};

// The journal's sums since a day, or all of them.
struct PaceSums {
  std::optional<calendar::Date> since{};
  journal::MinutesByKind by_kind{};
  std::vector<journal::TopicSum> topics{};
  std::vector<journal::SolvingTime> times{};
  RecallByTopic recall{};
};

[[nodiscard]] Pace pace(const Track& track, const Record& record, const PaceSums& sums,
                        calendar::Date today);

}  // namespace gradus::insight
