#pragma once

#include "lint/curriculum_index.hpp"

// What an author should look at, one file per concern. None of it is an error, and retired items
// and those that could not be read get no advice.
namespace gradus::lint {

// Duplicate titles: judged from the text alone, whatever else is wrong with it.
void advise_on_titles(const text::Cursor& root);
// Weeks without work, and study time against the curriculum's own limits.
void advise_on_weeks(const CurriculumIndex& index);
// Retired items that others still name.
void advise_on_retired(const CurriculumIndex& index);
// What stacks leave out, though it can be done without.
void advise_on_losses(const CurriculumIndex& index);
// Criteria that nobody can meet, and those that nobody can miss.
void advise_on_gates(const CurriculumIndex& index);
// Gates that ask for more than the weeks set as targets.
void advise_on_targets(const CurriculumIndex& index);
// Weeks to repeat that are never planned again.
void advise_on_remedies(const CurriculumIndex& index);

}  // namespace gradus::lint
