#pragma once

#include "gradus/curriculum/document.hpp"
#include "gradus/curriculum/load.hpp"

#include <optional>

namespace gradus::curriculum {

// The limit that a whole curriculum is past, if it is past one: it is not decoded then.
[[nodiscard]] std::optional<Finding> past_a_limit(const Node& root);

}  // namespace gradus::curriculum
