#pragma once

#include "gradus/recall/memory.hpp"
#include "gradus/track/review.hpp"

#include "cli/readers.hpp"
#include "cli/recording.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

// The grade's word, its first letter or its number, in any case; nullopt for anything else.
[[nodiscard]] std::optional<recall::Grade> parse_grade(const std::string& text);
[[nodiscard]] recall::Grade read_grade(const Typed& typed);

// A grade that is recorded durably, and its lines: when its item comes up again, and the last line
// of a change.
struct KeptGrade {
  track::ReviewRecorded recorded;
  std::string comes_back;
  std::string last_line;
};
// Records it at once, so that nothing is lost when the learner leaves. `what` as find_reviewable
// has it. Warns of what is odd.
[[nodiscard]] KeptGrade keep_grade(const std::string& what, recall::Grade grade,
                                   const Recording& recording, const Session& session);

}  // namespace gradus::cli
