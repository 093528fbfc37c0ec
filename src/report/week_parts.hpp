#pragma once

#include "gradus/insight/today.hpp"
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

// "no time for this gate yet; gradus replan moves the finish by 90 days"; empty if it is open or
// has gate weeks ahead.
[[nodiscard]] std::string unplanned_gate_text(const insight::Today& today);

}  // namespace gradus::report
