#pragma once

#include "gradus/curriculum/question.hpp"

#include "cli/readers.hpp"
#include "cli/session.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// Which points of a question an answer had, as people say it: all, none, or their numbers.
struct Said {
  bool all = false;
  std::vector<std::size_t> points{};  // numbers from 1, each once

  // How many of the question's points, and which share of them. Both throw Error for a number that
  // it doesn't have.
  [[nodiscard]] std::size_t count_of(const curriculum::Question& question) const;
  [[nodiscard]] double share_of(const curriculum::Question& question) const;
};
// "all", "none", "1,3", "1-3 5".
[[nodiscard]] Said read_said(const Typed& typed);

// A score given instead of the points.
struct GivenScore {
  double share;     // 0 to 1
  bool as_percent;  // it was a bare number over 1, which may be worth saying
};
[[nodiscard]] GivenScore read_drill_score(const Typed& typed);

// How long an answer took: 95, 95s, 1:35, 1m35s or 3m; at least a second, at most three hours.
[[nodiscard]] std::chrono::seconds read_taken(const Typed& typed);

// An answer to a question.
struct DrillAnswer {
  std::chrono::seconds taken;
  double share;                       // of the points, 0 to 1
  std::optional<std::size_t> said{};  // how many points, where these were named
  bool as_percent = false;            // the share was given as a bare number over 1
};

// Shows the question, and the points of a good answer.
void show_question(const curriculum::Question& question, const Session& session);
void reveal_points(const curriculum::Question& question, const Session& session);

// Runs the clock for a question that was shown, reveals its points and asks which were said.
// nullopt, with nothing recorded, when the learner leaves.
[[nodiscard]] std::optional<DrillAnswer> ask_for_answer(const curriculum::Question& question,
                                                        const Session& session);

}  // namespace gradus::cli
