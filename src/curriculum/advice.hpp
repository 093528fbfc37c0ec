#pragma once

#include "curriculum/survey.hpp"

// What an author should look at, each concern in a file of its own. Nothing here is an error, and
// nothing is said of what is retired or could not be read.
namespace gradus::curriculum {

// Titles that stand twice: judged by the text alone, whatever else is wrong with it.
void advise_on_titles(const Place& root);
// Weeks without work, and study time against the curriculum's own limits.
void advise_on_weeks(const Survey& survey);
// Retired items that others still name.
void advise_on_retired(const Survey& survey);
// Criteria that nobody can meet, and those that nobody can miss.
void advise_on_gates(const Survey& survey);
// Gates that ask for more than the weeks set as targets.
void advise_on_targets(const Survey& survey);
// Weeks to do again that are never planned again.
void advise_on_remedies(const Survey& survey);

}  // namespace gradus::curriculum
