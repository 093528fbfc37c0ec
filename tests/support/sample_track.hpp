#pragma once

#include "gradus/insight/progress_report.hpp"

#include <string>
#include <vector>

// Three weeks of study from Monday 2026-11-30: w1 and w2 of the tier sql, w3 of the tier python.
namespace gradus::testing {

// The tier sql is open, python locked. w1: 420 minutes, of aggregation a top-up of 3 easy problems
// and then its base row of 2, 1 hard of joins, the artefact w1-gist. Blocks on Tuesday (60 read at
// 19:00), Wednesday (120 read) and Saturday (180 lab at 09:00, 60 review). w2, w3: 60 minutes, on
// Wednesday 9 and 16 December; nothing else.
[[nodiscard]] insight::Track sample_track();

// "SQL" for "sql".
[[nodiscard]] std::string title_of(std::string tier);

[[nodiscard]] journal::ProblemCount solved(int count, const std::string& topic,
                                           curriculum::Difficulty difficulty,
                                           const std::string& week, const std::string& tier);
[[nodiscard]] journal::Entry delivery(const std::string& id, const std::string& title);

// As much as w1 asks for, but its hours.
[[nodiscard]] insight::Record everything_but_hours_of_w1();
// The record with all its sums of days, made from those of each week.
[[nodiscard]] insight::Record with_days(insight::Record record);

[[nodiscard]] rules::CriterionResult criterion(const std::string& id, rules::Status status,
                                               const std::string& how = {});
// The verdict on a tier, or on the `finish`.
[[nodiscard]] rules::Verdict gate(const std::string& tier,
                                  std::vector<rules::CriterionResult> criteria);

// On a tier that is passed: one criterion of each status, one of them of several parts. `newest`:
// of the entries that counted for the first.
[[nodiscard]] rules::Verdict sample_verdict(std::vector<journal::Entry> newest);

}  // namespace gradus::testing
