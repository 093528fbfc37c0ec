#pragma once

#include "gradus/insight/progress_report.hpp"

#include <string>
#include <vector>

namespace gradus::report {

// A table of a report for a spreadsheet. Its cells say what the report's JSON says under the same
// names; what is unknown is empty.
struct Sheet {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as `columns`
};
// "weeks", "criteria", "problems" and "artefacts".
[[nodiscard]] std::vector<Sheet> sheets(const insight::ProgressReport& progress);

}  // namespace gradus::report
