#pragma once

#include "gradus/curriculum/id.hpp"
#include "gradus/rules/explanation.hpp"

#include <string>
#include <string_view>

namespace gradus::insight {

// The command that brings a leaf of a requirement nearer, safe to paste, with what its filters say
// filled in and capitals for what the learner has to put: "gradus solve TITLE --topic ctes
// --minutes N". Empty for all, any, not and some, and for what no command records. `gate`: a
// tier's id, or "finish".
[[nodiscard]] std::string next_command(const rules::Explanation& leaf, std::string_view gate,
                                       const curriculum::CriterionId& criterion);

}  // namespace gradus::insight
