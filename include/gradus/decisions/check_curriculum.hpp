#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/decisions/table.hpp"
#include "gradus/text/finding.hpp"
#include "gradus/text/json.hpp"

#include <vector>

namespace gradus::decisions {

// The tables that a curriculum brings. They were checked when it was chosen; one that can't be read
// all the same is left out.
[[nodiscard]] std::vector<Table> tables_of(const curriculum::Curriculum& curriculum);

// What is wrong with the tables of a curriculum's file, as check_table says it, and with the
// quizzes of its gates and modules: a table that is neither among them nor built in, or that has
// too few items. By line. Empty for a curriculum with neither.
[[nodiscard]] std::vector<text::Finding> check_curriculum(const text::Node& root);

}  // namespace gradus::decisions
