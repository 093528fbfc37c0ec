#pragma once

#include "cli/command_help.hpp"
#include "cli/session.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// A word that may stand at the cursor, and what it means; whether it fits what is typed already is
// not asked here.
struct Candidate {
  std::string word;
  std::string meaning;
};

// The ids of a kind: those of the track's curriculum, or of the store. `curriculum` names the one
// whose stacks are asked for. Throws where there is no store that can be read at once.
[[nodiscard]] std::vector<Candidate> candidates(Completion kind, const std::string& curriculum,
                                                const Session& session);

// The few of them that a question offers: of the open tier and the planned modules alone, and the
// newest entries.
[[nodiscard]] std::vector<Candidate> candidates_at_hand(Completion kind,
                                                        const std::string& curriculum,
                                                        const Session& session);

}  // namespace gradus::cli
