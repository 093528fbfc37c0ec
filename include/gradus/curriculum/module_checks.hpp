#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/curriculum/requirement.hpp"

#include <string>
#include <string_view>

// What a module's checks ask of the journal.
namespace gradus::curriculum {

// The check as a requirement: met once it was recorded as passed, in whatever tier, or by what its
// kind asks for: a drill of its name within its limit, a round of its quiz, an artefact of its id.
// Its parts are alternatives; the first is the recorded check, any other what its kind asks for.
[[nodiscard]] Requirement requirement_of(const Module& module, const ModuleCheck& check);

// The check with that id; nullptr if the module has none.
[[nodiscard]] const ModuleCheck* find_check(const Module& module, std::string_view id);

// "query-tuning/plan-aloud", as people type it.
[[nodiscard]] std::string check_name(const ModuleId& module, const CriterionId& check);

}  // namespace gradus::curriculum
