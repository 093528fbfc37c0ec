#pragma once

#include "gradus/decisions/table.hpp"

#include <string>

namespace gradus::cli {

// What somebody typed for an input, as decisions::read_answer reads it; "@sheet.json" is what that
// file holds, and "@sheet.csv" its rows as records, a column a field. Throws Error that names the
// input, and for a sheet the line.
[[nodiscard]] decisions::Value read_given(const decisions::Input& input, const std::string& typed);

}  // namespace gradus::cli
