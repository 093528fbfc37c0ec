#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/private_parts.hpp"
#include "report/progress_charts.hpp"
#include "report/progress_parts.hpp"
#include "report/report_head.hpp"
#include "report/timeline.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <string>

namespace gradus::report {
namespace {

using calendar::format_duration;
using insight::ProgressReport;
using insight::TierReport;

const TierReport& tier_of(const ProgressReport& progress) {
  return progress.tiers.front();
}

// "It was passed on 2026-12-13.", "On 2026-12-01 it is open; 3 of 7 criteria met."
std::string tier_state_text(const TierReport& tier, calendar::Date today) {
  if (!tier.passed_on)
    return fmt::format("On {} it is {}; {}.", today.iso(), name(tier.state), met_text(tier.gate));
  const auto left = rules::unmet(tier.gate);
  return fmt::format(
      "It was passed on {}{}.", tier.passed_on->iso(),
      left == 0 ? "" : fmt::format(" with {} unmet", counted(left, "criterion", "criteria")));
}

Paragraph tier_introduction(const ProgressReport& progress) {
  const auto& tier = tier_of(progress);
  return {
      fmt::format("{} one tier of the curriculum “{}”: {}. {} By the plan it lasts from {} to {}.",
                  report_introduction, progress.curriculum_title, tier.title,
                  tier_state_text(tier, progress.date), tier.span.from.iso(), tier.span.to.iso())};
}

BarList tier_bars(const ProgressReport& progress) {
  const auto& tier = tier_of(progress);
  BarList list;
  list.bars.push_back(
      criteria_bar(tier.gate.met, rules::waived(tier.gate), tier.gate.criteria.size()));
  list.bars.push_back(
      {"Hours", static_cast<double>(progress.actual.count()),
       static_cast<double>(progress.planned.count()),
       fmt::format("{} of {} planned: {} reading, {} hands-on", format_duration(progress.actual),
                   format_duration(progress.planned), format_duration(progress.read),
                   format_duration(progress.hands_on))});
  if (progress.problems_target > 0)
    list.bars.push_back({"Problems",
                         static_cast<double>(progress.problems_target - progress.problems_open),
                         static_cast<double>(progress.problems_target), solved_words(progress)});
  return list;
}

std::string of_all(long long done, long long all) {
  return all == 0 ? std::string() : fmt::format("{}/{}", done, all);
}

Table tier_weeks(const ProgressReport& progress) {
  const auto number = [](std::string title) { return Column{std::move(title), Align::right}; };
  Table table{{number("#"),
               {"week"},
               number("from"),
               number("to"),
               number("hours"),
               number("problems"),
               number("artefacts")},
              {}};
  for (const auto& week : progress.plan.weeks) {
    const auto sums = insight::amounts(week);
    table.rows.push_back(
        {{std::to_string(week.week.number)},
         {title_text(week.week), week.done() ? Tone::good : Tone::plain},
         {week.week.dates.first_day().iso()},
         {week.week.dates.to.iso()},
         {fmt::format("{}/{}", format_duration(sums.actual), format_duration(sums.planned))},
         {of_all(sums.problems_done, sums.problems)},
         {of_all(static_cast<long long>(sums.artefacts_done),
                 static_cast<long long>(sums.artefacts))}});
  }
  return table;
}

// Nothing for a tier that is passed: what it left open stands under the exceptions.
Section tier_missing(const ProgressReport& progress) {
  const auto& tier = tier_of(progress);
  Section section{"What is missing", {}};
  if (tier.passed_on) return section;
  auto items = criteria(tier, Proof::missing);
  if (items.items.empty())
    section.parts.emplace_back(Paragraph{"Nothing: its gate may be passed."});
  else
    section.parts.emplace_back(std::move(items));
  return section;
}

}  // namespace

Document tier_view(const ProgressReport& progress, const ReportHead& head) {
  const auto usual =
      fmt::format("Progress report: {}, {}", progress.curriculum_title, tier_of(progress).title);
  return {
      {Section{head_title(head, usual),
               {head_name(head), tier_introduction(progress), tier_bars(progress),
                Section{"Weeks", {tier_weeks(progress)}}, Section{"The plan", {timeline(progress)}},
                Section{"Hours", {hours_by_week(progress), study_days(progress)}}, proven(progress),
                Section{"Deep dives", {module_items(progress)}},
                Section{"What would be recalled today", {recall_by_topic(progress)}},
                exceptions(progress), tier_missing(progress), what_comes_next(progress),
                for_the_learner(progress.only_for_me), how_to_read()}}}};
}

}  // namespace gradus::report
