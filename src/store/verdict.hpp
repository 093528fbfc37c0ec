#pragma once

#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>

namespace gradus::store {

// How the verdict on which a tier was passed lies in the column `verdict`: as JSON, the evidence as
// whole entries in the exchange format's fields. The requirements are not kept.
[[nodiscard]] std::string to_text(const rules::Verdict& verdict);
// What to_text wrote, the same again; also what gradus wrote before, when the evidence was a line
// of words on each entry. Nothing for another text.
[[nodiscard]] std::optional<rules::Verdict> read_verdict(const std::string& text);

}  // namespace gradus::store
