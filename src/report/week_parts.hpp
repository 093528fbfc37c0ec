#pragma once

#include "gradus/insight/standing.hpp"
#include "gradus/report/document.hpp"

#include <string>

// What the views of a week have in common.
namespace gradus::report {

struct Solved {
  int solved;
  int target;
};
// Over all the week's rows.
[[nodiscard]] Solved solved_problems(const insight::WeekStanding& week);

// "SQL foundations", for a repeated week "SQL foundations (again)".
[[nodiscard]] std::string title_text(const plan::PlanWeek& week);

[[nodiscard]] Bar hours_bar(const plan::WeekProgress& progress);
[[nodiscard]] Bar problems_bar(const Solved& problems);
[[nodiscard]] Bar criteria_bar(std::size_t met, std::size_t waived, std::size_t total);

}  // namespace gradus::report
