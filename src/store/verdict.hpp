#pragma once

#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>

namespace gradus::store {

// How the column `verdict` stores the verdict with which a tier was passed: as JSON, with the
// evidence as whole entries in the exchange format's fields. The requirements are not kept.
[[nodiscard]] std::string to_text(const rules::Verdict& verdict);
// Reads what to_text wrote, and also what earlier versions of gradus wrote, with a line of words
// for each entry as evidence. nullopt for any other text.
[[nodiscard]] std::optional<rules::Verdict> read_verdict(const std::string& text);

}  // namespace gradus::store
