#pragma once

#include "gradus/decisions/table.hpp"
#include "gradus/text/finding.hpp"

#include <string_view>
#include <vector>

namespace gradus::decisions {

// What is wrong with a table that could be read: errors for cases that it answers otherwise; advice
// for rows that no drawn input reaches, outputs that no row gives, inputs that nothing reads,
// inputs without an answer, and rows without a case. Each has line and pointer, and what to change.
[[nodiscard]] std::vector<text::Finding> check_table(const Table& table);

// All that is wrong with a file: that it can't be read, or the above.
[[nodiscard]] std::vector<text::Finding> check_file(std::string_view json);

}  // namespace gradus::decisions
