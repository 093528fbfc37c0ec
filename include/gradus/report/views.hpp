#pragma once

#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/insight/entry_sums.hpp"
#include "gradus/insight/explained_gate.hpp"
#include "gradus/insight/hours.hpp"
#include "gradus/insight/module_page.hpp"
#include "gradus/insight/progress_report.hpp"
#include "gradus/insight/today.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/reasons.hpp"
#include "gradus/report/document.hpp"
#include "gradus/rules/gate.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::report {

// One value in, one document out; write_text and write_markdown give it a form.

[[nodiscard]] Document view(const insight::Today& today, const insight::Track& track);
// Which weeks of a plan are listed, below their tiers.
enum class WeeksShown { all, around_now, none };
struct PlanOptions {
  bool wide = false;  // the timeline twice as wide, where there is room
  WeeksShown weeks = WeeksShown::all;
  std::optional<curriculum::TierId> tier{};  // only this one
};
[[nodiscard]] Document view(const insight::Track& track, const insight::PlanValues& values,
                            calendar::Date today, const PlanOptions& options = {});
// A plan just laid out, in one screen. `assumed`: the hours are not the learner's own words.
[[nodiscard]] Document started_view(const insight::Track& track, const insight::PlanValues& values,
                                    calendar::Date today, bool assumed);
// "24 weeks"; "39 plan weeks over 108 calendar weeks".
[[nodiscard]] std::string length_text(const plan::Plan& plan);
struct WeekOptions {
  const insight::Today* at_the_gate = nullptr;  // for the week in which only the gate is left
  bool advice = false;                          // with the tier's
  std::vector<insight::ModulePage> modules{};   // that it carries; without prompts
  std::vector<insight::DayHours> days{};
};
[[nodiscard]] Document view(const insight::WeekValues& week, const insight::Track& track,
                            const WeekOptions& options = {});
[[nodiscard]] Document view(const plan::WeekReasons& reasons);
[[nodiscard]] Document view(const rules::Verdict& verdict);
// Entries' short ids, as people type them.
using insight::ShortIds;
// `ids`: those of the entries in the evidence.
[[nodiscard]] Document view(const rules::PassedGate& gate, const ShortIds& ids);
// What the learner puts at the head of a report.
struct ReportHead {
  std::optional<std::string> title{};  // in place of the curriculum's
  std::optional<std::string> name{};   // the learner's, below it
};
[[nodiscard]] Document view(const insight::ProgressReport& progress, const ReportHead& head = {});
// As what stands below its head begins.
inline constexpr std::string_view report_introduction =
    "This is the log of one learner's path through";
[[nodiscard]] Document view(const curriculum::Curriculum& curriculum);

struct ListedEntry {
  journal::Entry entry;
  std::string short_id;
};
// With a line of what they add up to; they may be the newest of those that match.
[[nodiscard]] Document view(const std::vector<ListedEntry>& entries,
                            const insight::ListedSums& sums);

// "3 of 4 criteria met, 1 waived".
[[nodiscard]] std::string met_text(std::size_t met, std::size_t waived, std::size_t total);
[[nodiscard]] std::string met_text(const rules::Verdict& verdict);
// "24 of 30 problems, 6 missing"; "no data yet".
[[nodiscard]] std::string describe(const rules::Outcome& outcome);
// The same without what is missing: "0 of 30 problems", "not signed yet".
[[nodiscard]] std::string have_of_need(const rules::Outcome& outcome);
// "waived on 2026-12-01 until 2026-12-31: no exam centre is open".
[[nodiscard]] std::string describe(const rules::Waiver& waiver);
// "1h30m read in w3", "hard window-functions in 7m: Top earners": one entry in a line.
[[nodiscard]] std::string describe(const journal::Entry& entry);

}  // namespace gradus::report
