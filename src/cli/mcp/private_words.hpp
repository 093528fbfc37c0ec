#pragma once

#include "gradus/text/json.hpp"

#include <string_view>

namespace gradus::cli::mcp {

// The answer of a command as others may see it, by the report's rules: without what is private by
// gradus/curriculum/privacy.hpp, and without addresses that are no links, which may be paths.
[[nodiscard]] text::Node without_private(const text::Node& answer);

// Whether a sentence may say where a file lies on this machine.
[[nodiscard]] bool names_a_path(std::string_view sentence);

}  // namespace gradus::cli::mcp
