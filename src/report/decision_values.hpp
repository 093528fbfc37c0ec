#pragma once

#include "gradus/decisions/table.hpp"

#include "report/json_values.hpp"

#include <optional>

namespace gradus::report {

// A value of a decision; null if it is unknown.
[[nodiscard]] Json value_json(const std::optional<decisions::Value>& value);

}  // namespace gradus::report
