#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/report/document.hpp"

// The pictures of a progress report, each with the table of its numbers. A part without anything to
// draw is empty.
namespace gradus::report {

[[nodiscard]] Part tier_pyramid(const insight::ProgressReport& progress);
[[nodiscard]] Part hours_burn_up(const insight::ProgressReport& progress);
[[nodiscard]] Part hours_by_week(const insight::ProgressReport& progress);
[[nodiscard]] Part study_days(const insight::ProgressReport& progress);
[[nodiscard]] Part problems_by_topic(const insight::ProgressReport& progress);
[[nodiscard]] Part mock_exams(const insight::ProgressReport& progress);
[[nodiscard]] Part recall_by_topic(const insight::ProgressReport& progress);

}  // namespace gradus::report
