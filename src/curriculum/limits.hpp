#pragma once

#include "gradus/curriculum/load.hpp"
#include "gradus/text/json.hpp"

#include <optional>

namespace gradus::curriculum {

// The limit that a whole curriculum is past, if it is past one: it is not decoded then.
[[nodiscard]] std::optional<text::Finding> past_a_limit(const text::Node& root);

}  // namespace gradus::curriculum
