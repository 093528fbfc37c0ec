#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/views.hpp"

// What a report on all of a track and one on a single tier have in common.
namespace gradus::report {

enum class Proof { given, waived, missing };
// A tier's criteria, with their numbers and what was signed: how to get there is the learner's
// business.
[[nodiscard]] ItemList criteria(const insight::TierReport& tier, Proof which);

// "9 of 36 solved"; where other problems stand in for what the plan asks for, also "4 planned ones
// open".
[[nodiscard]] std::string solved_words(const insight::ProgressReport& progress);

[[nodiscard]] Section proven(const insight::ProgressReport& progress);
// Criteria that block no gate, but must not be taken for met.
[[nodiscard]] Section exceptions(const insight::ProgressReport& progress);
// Deep dives don't block a gate, so they stand by themselves.
[[nodiscard]] ItemList module_items(const insight::ProgressReport& progress);
// What is late first.
[[nodiscard]] Section what_comes_next(const insight::ProgressReport& progress);
[[nodiscard]] Section how_to_read();

// The report on one tier.
[[nodiscard]] Document tier_view(const insight::ProgressReport& progress, const ReportHead& head);

}  // namespace gradus::report
