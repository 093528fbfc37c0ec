#pragma once

#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>

namespace gradus::track {

// What report::verdict_json wrote, the same again but for digits after the sixth; nullopt for
// another text.
[[nodiscard]] std::optional<rules::Verdict> read_verdict(const std::string& json);

}  // namespace gradus::track
