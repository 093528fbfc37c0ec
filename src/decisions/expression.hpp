#pragma once

#include "gradus/decisions/table.hpp"

#include <optional>
#include <vector>

namespace gradus::decisions {

// What an expression comes to; nullopt if a part of it is unknown, for a ratio by 0, and for the
// mean, min and max of nothing.
[[nodiscard]] std::optional<double> work_out(const Expression& expression, const Values& known);

// The names it reads, in its order, each as often as it stands there.
[[nodiscard]] Words names_in(const Expression& expression);

}  // namespace gradus::decisions
