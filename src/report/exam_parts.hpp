#pragma once

#include "gradus/insight/exam_status.hpp"
#include "gradus/report/document.hpp"

#include "report/json_values.hpp"

#include <string>

// What the screens that show an exam share.
namespace gradus::report {

// A bar for each domain that a mock exam has scored, against the target.
[[nodiscard]] BarList domain_bars(const insight::ExamReadiness& readiness);
// Why one isn't ready, or is: "two timed mock exams in the last 14 days; three mocks are needed,
// …".
[[nodiscard]] std::string reason_text(const insight::ExamReadiness& readiness);
// "3 of 3 timed mock exams in 14 days, mean 81%, lowest 74%"; what counts and what is left of it.
[[nodiscard]] std::string mocks_text(const insight::ExamReadiness& readiness);
// "under 80%: governance 55%, elt 71%"; empty where no domain is.
[[nodiscard]] std::string under_target_text(const insight::ExamReadiness& readiness);

[[nodiscard]] Json readiness_value(const insight::ExamReadiness& readiness);
[[nodiscard]] Json to_json(const plan::ExamLine& line);

}  // namespace gradus::report
