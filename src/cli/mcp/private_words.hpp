#pragma once

#include "gradus/text/json.hpp"

namespace gradus::cli::mcp {

// The answer of a command as others may see it, by the report's rules: no notes, no entries of
// money, applications and decisions, and no paths on the learner's machine, for which evidence may
// stand.
[[nodiscard]] text::Node without_private(const text::Node& answer);

}  // namespace gradus::cli::mcp
