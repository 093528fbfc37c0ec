#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gradus::track {

// A kind of problem, and what still asks for it: a row of a week, or a criterion of the gate.
struct AskedProblem {
  curriculum::TopicId topic;
  curriculum::Difficulty difficulty;
  std::variant<curriculum::WeekId, curriculum::CriterionId> by;
  [[nodiscard]] friend bool operator==(const AskedProblem&, const AskedProblem&) = default;
};

// The kind that a solution is of when its topic, its difficulty or both are left out: the first
// that has what was given.
[[nodiscard]] std::optional<AskedProblem> choose_problem(
    const std::vector<AskedProblem>& asked, const std::optional<curriculum::TopicId>& topic,
    std::optional<curriculum::Difficulty> difficulty);

// The kinds whose problems an unmet gate still counts, by the filters of its criteria. Where those
// leave the topic or the difficulty open, it is that of the first row they pass. `rows`: all there
// are, full or not, in order.
[[nodiscard]] std::vector<AskedProblem> lacking_problems(
    const rules::Verdict& gate, const std::vector<curriculum::ProblemTarget>& rows);

// What asks for problems, in order: the rows that are not full of the named week, by default that
// of the day; those of the other weeks of its tier; what the tier's gate lacks. Once every tier is
// passed, what the finish check lacks. Throws Error for an unknown week.
[[nodiscard]] std::vector<AskedProblem> asked_problems(const store::Store& store,
                                                       const LoadedTrack& track, calendar::Date day,
                                                       const std::optional<std::string>& week);

}  // namespace gradus::track
