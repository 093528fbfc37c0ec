#include "gradus/report/views.hpp"

#include "report/exam_parts.hpp"
#include "report/phrases.hpp"
#include "report/private_parts.hpp"
#include "report/progress_charts.hpp"
#include "report/progress_parts.hpp"
#include "report/report_head.hpp"
#include "report/timeline.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace gradus::report {
namespace {

using insight::ProgressReport;
using insight::TierReport;

const TierReport* open_tier(const ProgressReport& progress) {
  return progress.tier_number == 0 ? nullptr : &progress.tiers[progress.tier_number - 1];
}

// "and, by the current plan, ends on 2027-05-16, as first planned".
std::string end_text(const ProgressReport& progress) {
  if (const auto& finished = progress.finished_on)
    return fmt::format("and was finished on {}, {}", finished->iso(),
                       slip_text(*finished - (progress.finish - progress.slip)));
  const auto finish = progress.finish.iso();
  const auto over = (progress.date - progress.finish).count();
  if (over > 0)
    return fmt::format("and, by the current plan, was to end on {}: it is {} over", finish,
                       counted(over, "day"));
  return fmt::format("and, by the current plan, ends on {}, {}", finish, slip_text(progress.slip));
}

// For a reader who has never heard of gradus.
Paragraph introduction(const ProgressReport& progress) {
  return {fmt::format("{} the curriculum “{}”. It {} on {} {}.", report_introduction,
                      progress.curriculum_title,
                      progress.start <= progress.date ? "began" : "begins", progress.start.iso(),
                      end_text(progress))};
}

Paragraph explanation() {
  return {
      "A tier is a stage of the curriculum, some weeks long. Each ends at a gate: criteria "
      "that all have to be met before the next tier opens."};
}

// "in week 3 of 24, Joins".
std::string where_in_it(const ProgressReport& progress) {
  const auto& week = progress.now.week->week;
  if (progress.now.gate_shut && !week.load.gate)
    return "with all its weeks studied and its gate still shut";
  return fmt::format("in week {} of {}, {}", week.number, progress.weeks_total, title_text(week));
}

Paragraph position(const ProgressReport& progress) {
  const auto total = progress.tiers.size();
  const auto* tier = open_tier(progress);
  if (tier == nullptr || !progress.now.week) {
    return {fmt::format("On {} all {} are passed.", progress.date.iso(), counted(total, "tier"))};
  }
  const bool ahead = progress.date < progress.start;
  auto text = fmt::format("On {} the {} tier {} of {}, {}, {}; {}.", progress.date.iso(),
                          ahead ? "start lies ahead, in" : "learner is in", progress.tier_number,
                          total, tier->title, where_in_it(progress), met_text(tier->gate));
  const auto moves = progress.now.gate_moves_finish;
  if (moves && moves->count() > 0)
    text += fmt::format(" What the gate still takes is not in the plan, and moves its end by {}.",
                        counted(moves->count(), "day"));
  return {text};
}

BarList at_a_glance(const ProgressReport& progress) {
  BarList list;
  list.bars.push_back(
      {"Tiers", static_cast<double>(progress.tiers_passed),
       static_cast<double>(progress.tiers.size()),
       fmt::format("{} of {} passed", progress.tiers_passed, progress.tiers.size())});
  list.bars.push_back({"Hours", static_cast<double>(progress.actual.count()),
                       static_cast<double>(progress.planned.count()),
                       fmt::format("{} of {} planned: {} reading, {} hands-on",
                                   calendar::format_duration(progress.actual),
                                   calendar::format_duration(progress.planned),
                                   calendar::format_duration(progress.read),
                                   calendar::format_duration(progress.hands_on))});
  if (progress.problems_target > 0) {
    list.bars.push_back({"Problems",
                         static_cast<double>(progress.problems_target - progress.problems_open),
                         static_cast<double>(progress.problems_target), solved_words(progress)});
  }
  return list;
}

// Against the target that a mock exam must reach. When the exam is stays out.
Section exam_section(const ProgressReport& progress) {
  if (!progress.now.exam || progress.now.exam->readiness.mocks.empty()) return {"", {}};
  const auto& readiness = progress.now.exam->readiness;
  return {"Mock exams: " + readiness.exam.id,
          {Paragraph{first_to_upper(mocks_text(readiness)) + "."}, domain_bars(readiness),
           mock_exams(progress)}};
}

// A tier may ask for no problems; then those solved in it stand alone.
std::string solved_of_target(const TierReport& tier) {
  if (tier.problems_target > 0)
    return fmt::format("{}/{}", tier.problems_solved, tier.problems_target);
  return tier.problems_solved > 0 ? fmt::to_string(tier.problems_solved) : "";
}

Table tiers_table(const ProgressReport& progress) {
  Table table{{{"tier"},
               {"planned to", Align::right},
               {"passed", Align::right},
               {"criteria", Align::right},
               {"hours", Align::right},
               {"problems", Align::right}},
              {}};
  for (const auto& tier : progress.tiers) {
    const auto tone = tier.state == rules::TierState::passed ? Tone::good
                      : tier.state == rules::TierState::open ? Tone::strong
                                                             : Tone::faint;
    table.rows.push_back(
        {{tier.title, tone},
         {tier.span.to.iso()},
         {tier.passed_on ? tier.passed_on->iso() : std::string(name(tier.state)), tone},
         {fmt::format("{}/{}", tier.gate.met, tier.gate.criteria.size())},
         {fmt::format("{}/{}", calendar::format_duration(tier.actual),
                      calendar::format_duration(tier.planned))},
         {solved_of_target(tier)}});
  }
  return table;
}

// After the last tier.
Paragraph missing_at_the_end(const insight::Today& now) {
  if (now.criteria_total == 0)
    return {"Nothing: every tier is passed, and the curriculum asks for nothing more."};
  auto text = "At its end, the curriculum asks for more: " +
              met_text(now.criteria_met, now.criteria_waived, now.criteria_total);
  if (now.first_unmet()) text += "; still open: " + now.first_unmet()->title;
  return {text + "."};
}

Section missing(const ProgressReport& progress) {
  const std::string title = "What is missing";
  const auto* tier = open_tier(progress);
  if (tier == nullptr) return {title, {missing_at_the_end(progress.now)}};
  auto items = criteria(*tier, Proof::missing);
  if (items.items.empty())
    return {title, {Paragraph{fmt::format("Nothing: the gate of {} may be passed.", tier->title)}}};
  return {title, {Paragraph{fmt::format("To pass {}:", tier->title)}, std::move(items)}};
}

}  // namespace

Document view(const ProgressReport& progress, const ReportHead& head) {
  if (progress.only_tier) return tier_view(progress, head);
  return {{Section{
      head_title(head, "Progress report: " + progress.curriculum_title),
      {head_name(head), introduction(progress), position(progress), explanation(),
       at_a_glance(progress), Section{"Tiers", {tiers_table(progress), tier_pyramid(progress)}},
       Section{"The plan", {timeline(progress)}},
       Section{"Hours", {hours_burn_up(progress), hours_by_week(progress), study_days(progress)}},
       exam_section(progress), proven(progress), Section{"Deep dives", {module_items(progress)}},
       Section{"What would be recalled today", {recall_by_topic(progress)}}, exceptions(progress),
       missing(progress), what_comes_next(progress), for_the_learner(progress.only_for_me),
       how_to_read()}}}};
}

}  // namespace gradus::report
