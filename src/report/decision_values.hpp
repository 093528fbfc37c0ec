#pragma once

#include "gradus/decisions/decide.hpp"

#include "report/json_values.hpp"

#include <optional>

// The values of decision tables as JSON.
namespace gradus::report {

[[nodiscard]] Json value_json(const std::optional<decisions::Value>& value);
[[nodiscard]] Json values_json(const decisions::Values& values);
// {output: value}; null where there is none.
[[nodiscard]] Json result_json(const decisions::Decision& decision);
// A number if it was written as one.
[[nodiscard]] Json record_id(const decisions::Record& record);
// The row that decided; of a table of findings a list.
[[nodiscard]] Json row_json(const decisions::Table& table, const decisions::Decision& decision);

}  // namespace gradus::report
