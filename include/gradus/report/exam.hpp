#pragma once

#include "gradus/insight/exam_status.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

namespace gradus::report {

[[nodiscard]] Document view(const insight::ExamStatus& status);
[[nodiscard]] std::string json(const insight::ExamStatus& status);

[[nodiscard]] Document view(const insight::ExamCountdown& countdown);
[[nodiscard]] std::string json(const insight::ExamCountdown& countdown);

// A list of such lines, in one line.
[[nodiscard]] std::string exam_lines_json(const std::vector<plan::ExamLine>& lines);

// "82%", "81.5%".
[[nodiscard]] std::string percent_text(double share);

}  // namespace gradus::report
