#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/report/document.hpp"

#include "report/json_values.hpp"

#include <optional>
#include <string>

namespace gradus::report {

// What is private, under a title that says so, or that there is none; empty where others may read
// the report.
[[nodiscard]] Section for_the_learner(const std::optional<insight::PrivateReport>& only_for_me,
                                      const std::string& none = "Nothing is recorded yet.");

// The same for JSON: {"decisions", "applications", "expenses", "spent_usd", "notes"}.
[[nodiscard]] Json private_value(const insight::PrivateReport& mine);

}  // namespace gradus::report
