#pragma once

#include "gradus/rules/condition.hpp"

#include <string>

namespace gradus::decisions {

// What a condition asks, as people read it: "rows under 10,000 and indexed yes"; empty if nothing.
[[nodiscard]] std::string in_words(const rules::Condition& condition);

}  // namespace gradus::decisions
