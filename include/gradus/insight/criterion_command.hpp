#pragma once

#include "gradus/curriculum/id.hpp"
#include "gradus/rules/explanation.hpp"

#include <string>
#include <string_view>

namespace gradus::insight {

// The command that makes progress on a leaf of a requirement, safe to paste: what the filters say
// is filled in, and what the learner must supply is in capitals, as in
// "gradus solve TITLE --topic ctes --minutes N". Empty for all, any, not and some, and for what no
// command records. `gate`: a tier's id, or "finish".
[[nodiscard]] std::string criterion_command(const rules::Explanation& leaf, std::string_view gate,
                                            const curriculum::CriterionId& criterion);

}  // namespace gradus::insight
