#pragma once

#include "gradus/insight/progress_report.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

// The report as JSON, before it is text.
[[nodiscard]] Json progress_value(const insight::ProgressReport& progress);

}  // namespace gradus::report
