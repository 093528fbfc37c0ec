#pragma once

#include "gradus/curriculum/load.hpp"
#include "gradus/text/json.hpp"

#include <optional>

namespace gradus::curriculum {

// The finding for a limit that the whole curriculum exceeds; it is not decoded then.
[[nodiscard]] std::optional<text::Finding> past_a_limit(const text::Node& root);

}  // namespace gradus::curriculum
