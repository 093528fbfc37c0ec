#pragma once

#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/insight/progress_report.hpp"
#include "gradus/insight/today.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/report/views.hpp"
#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::report {

// The same values as the views, as one JSON document each, indented, with a line end. Keys are the
// contract with scripts: they may be added, never changed. Unknown is null. A value's json takes
// what its view takes, so that one call can show either; what only people need is ignored.

[[nodiscard]] std::string json(const insight::Track& track, const insight::PlanValues& values,
                               calendar::Date today, const PlanOptions& options = {});
[[nodiscard]] std::string json(const insight::Today& today, const insight::Track& track);
[[nodiscard]] std::string json(const insight::WeekValues& week, const insight::Track& track,
                               const WeekOptions& options = {});
[[nodiscard]] std::string json(const plan::WeekReasons& reasons);
[[nodiscard]] std::string json(const rules::Verdict& verdict);
// The verdict as it was, the day, and what would no longer be met.
[[nodiscard]] std::string json(const rules::PassedGate& gate, const ShortIds& ids);
[[nodiscard]] std::string waiver_json(const rules::Waiver& waiver);
[[nodiscard]] std::string waiver_removed_json(const std::string& gate,
                                              const curriculum::CriterionId& criterion);
// `title` and `name` are keys only where the head has them.
[[nodiscard]] std::string json(const insight::ProgressReport& progress,
                               const ReportHead& head = {});
[[nodiscard]] std::string findings_json(const std::string& file,
                                        const std::vector<text::Finding>& findings);
// A file's text, or where it was written.
[[nodiscard]] std::string exported_json(const std::string& text);
[[nodiscard]] std::string written_json(const std::string& file);
// {"url": …}: an address, or a folder's path; null for none.
[[nodiscard]] std::string address_json(const std::optional<std::string>& address);
// `warnings`: what was to be told before it came to the error; the key is left out without any.
[[nodiscard]] std::string error_json(const std::string& kind, const std::string& message,
                                     const std::string& hint,
                                     const std::vector<std::string>& warnings = {});

}  // namespace gradus::report
