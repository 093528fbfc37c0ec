#pragma once

#include "gradus/insight/week_values.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

// What the views of a week have in common.
namespace gradus::report {

// "SQL foundations", for a repeated week "SQL foundations (again)".
[[nodiscard]] std::string title_text(const plan::PlanWeek& week);

// Hours, and problems where some are asked for.
[[nodiscard]] std::vector<Bar> week_bars(const insight::Amounts& amounts);
[[nodiscard]] Bar criteria_bar(std::size_t met, std::size_t waived, std::size_t total);

}  // namespace gradus::report
