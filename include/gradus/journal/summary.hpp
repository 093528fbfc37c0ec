#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/journal/entry.hpp"

#include <map>
#include <optional>
#include <vector>

namespace gradus::journal {

// Sums over the journal, which the store keeps up to date.

// Logged sessions by week and day, except those of no week. Labs, projects and mocks are lab time.
using StudyDays = std::map<curriculum::WeekId, std::map<calendar::Date, curriculum::WeekMinutes>>;
// The same of each day, for whatever week.
using StudyByDay = std::map<calendar::Date, curriculum::WeekMinutes>;
[[nodiscard]] Minutes studied_for(const StudyDays& days, const curriculum::WeekId& week);
using MinutesByKind = std::map<SessionKind, Minutes>;

// Problems solved. Each counts once in a tier, where it was first recorded: so any of these add up.
struct ProblemCount {
  std::optional<curriculum::WeekId> week;
  std::optional<curriculum::TierId> tier;
  curriculum::TopicId topic;
  curriculum::Difficulty difficulty;
  int count;
};

// What was done on a topic.
struct TopicSum {
  curriculum::TopicId topic;
  Minutes minutes{0};          // of sessions
  Minutes problem_minutes{0};  // of all solutions
  int problems = 0;            // different ones
  int first_tries = 0;         // of those: the first solution was the first attempt, without help
  calendar::Date last_on;
};

// How many solutions of a topic and difficulty took so many minutes.
struct SolvingTime {
  curriculum::TopicId topic;
  curriculum::Difficulty difficulty;
  Minutes minutes;
  int solutions;
};

}  // namespace gradus::journal
