#include "gradus/insight/progress_report.hpp"

#include "insight/topic_numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace gradus::insight {
namespace {

constexpr std::size_t weeks_ahead = 3;  // the current one and the next two

int solved_in(const curriculum::TierId& tier, const std::vector<journal::ProblemCount>& counts) {
  int solved = 0;
  for (const auto& count : counts) solved += count.tier == tier ? count.count : 0;
  return solved;
}

const rules::Verdict& gate_of(const curriculum::TierId& tier, const Evidence& evidence) {
  const auto found = std::ranges::find(evidence.gates, tier.text(), &rules::Verdict::tier);
  return evidence.gates.at(static_cast<std::size_t>(found - evidence.gates.begin()));
}

const rules::PassedGate* passed_gate(const curriculum::TierId& tier, const Evidence& evidence) {
  const auto found = std::ranges::find_if(
      evidence.passed, [&](const auto& passed) { return passed.verdict.tier == tier.text(); });
  return found == evidence.passed.end() ? nullptr : &*found;
}

// The plan no longer carries them, but what was studied for them stays.
Minutes time_of_retired_weeks(const curriculum::Tier& tier, const Record& record) {
  Minutes time{0};
  for (const auto& week : tier.weeks) {
    if (!tier.retired && !week.retired) continue;
    time += journal::studied_for(record.study_days, week.id);
  }
  return time;
}

Amounts amounts_of(const curriculum::TierId& tier, const PlanValues& values) {
  const auto found = std::ranges::find_if(
      values.tiers, [&](const TierValues& each) { return each.span.tier == tier; });
  return found == values.tiers.end() ? Amounts{} : found->amounts;
}

// A placement signature meets no criterion.
std::map<curriculum::CriterionId, std::string> signed_with(
    const curriculum::TierId& tier, const std::vector<journal::Entry>& signatures) {
  std::map<curriculum::CriterionId, std::string> evidence;
  for (const auto& entry : signatures) {
    const auto& signature = std::get<journal::Attestation>(entry.what);
    if (entry.tier == tier && !signature.placement)
      evidence.try_emplace(signature.criterion, signature.evidence);
  }
  return evidence;
}

TierReport tier_report(const plan::TierSpan& span, const Track& track, const Record& record,
                       const Evidence& evidence, const PlanValues& values) {
  const auto* const passed = passed_gate(span.tier, evidence);
  const auto& gate = passed != nullptr ? passed->verdict : gate_of(span.tier, evidence);
  const auto amounts = amounts_of(span.tier, values);
  TierReport tier{.span = span,
                  .title = gate.title,
                  .state = gate.state,
                  .planned = amounts.planned,
                  .actual = amounts.actual,
                  .problems_target = amounts.problems,
                  .problems_solved = solved_in(span.tier, record.problems),
                  .problems_open = amounts.problems - amounts.problems_done,
                  .gate = gate,
                  .signed_with = signed_with(span.tier, evidence.signatures)};
  if (passed != nullptr) {
    tier.passed_on = passed->on;
    tier.lapsed = passed->lapsed;
  }
  const auto known = std::ranges::find(track.curriculum.tiers, span.tier, &curriculum::Tier::id);
  if (known != track.curriculum.tiers.end()) tier.actual += time_of_retired_weeks(*known, record);
  return tier;
}

std::optional<calendar::Date> finished_on(const std::vector<TierReport>& tiers) {
  std::optional<calendar::Date> last;
  for (const auto& tier : tiers) {
    if (!tier.passed_on) return std::nullopt;
    last = std::max(last, tier.passed_on);
  }
  return last;
}

// The curriculum's topics in order, then those it doesn't know, by id.
std::vector<TopicReport> topic_reports(const Track& track,
                                       const std::vector<journal::ProblemCount>& counts,
                                       const std::vector<TopicPace>& paces) {
  std::map<curriculum::TopicId, TopicReport> topics;
  const auto of = [&](const curriculum::TopicId& id) -> TopicReport& {
    return topics.try_emplace(id, TopicReport{id, id.text(), 0, 0, 0, 0}).first->second;
  };
  for (const auto& week : track.plan.weeks) {
    for (const auto& target : week.load.problems) of(target.topic).target += target.count;
  }
  for (const auto& count : counts) number_of(of(count.topic), count.difficulty) += count.count;
  for (const auto& pace : paces) {
    const auto found = topics.find(pace.topic);
    if (found == topics.end()) continue;
    found->second.first_try = pace.first_try();
    found->second.recall = pace.recall;
  }

  std::vector<TopicReport> ordered;
  for (const auto& known : track.curriculum.topics) {
    auto found = topics.extract(known.id);
    if (found.empty()) continue;
    found.mapped().title = known.title;
    ordered.push_back(std::move(found.mapped()));
  }
  for (const auto& unknown : topics) ordered.push_back(unknown.second);
  return ordered;
}

// With the curriculum's titles, or the learner's for those it doesn't have.
std::vector<DeliveredArtefact> delivered_artefacts(const Track& track, const Record& record) {
  const auto titles = curriculum::artefact_titles(track.curriculum);
  std::vector<DeliveredArtefact> artefacts;
  for (const auto& entry : record.delivered) {
    const auto& artefact = std::get<journal::Artefact>(entry.what);
    DeliveredArtefact one{.title = artefact.title,
                          .url = artefact.url,
                          .on = entry.on,
                          .verified = artefact.verified,
                          .own = true,
                          .tier = entry.tier};
    if (artefact.artefact) {
      const auto known = titles.find(*artefact.artefact);
      one.own = known == titles.end();
      if (!one.own) one.title = known->second;
    }
    artefacts.push_back(std::move(one));
  }
  return artefacts;
}

std::vector<WeekValues> values_ahead(const PlanValues& values, const Today& now) {
  if (!now.week) return {};
  const auto first = static_cast<std::size_t>(now.week->week.number - 1);
  const auto end = std::min(first + weeks_ahead, values.weeks.size());
  return {values.weeks.begin() + static_cast<std::ptrdiff_t>(first),
          values.weeks.begin() + static_cast<std::ptrdiff_t>(end)};
}

// The tiers of the plan, and in their place among them those that were passed and have been retired
// since.
std::vector<plan::TierSpan> tier_spans(const Track& track, const Evidence& evidence) {
  auto planned = track.plan.tiers();
  std::vector<plan::TierSpan> spans;
  spans.reserve(planned.size());
  for (const auto& tier : track.curriculum.tiers) {
    const auto span = std::ranges::find(planned, tier.id, &plan::TierSpan::tier);
    const auto* const passed = passed_gate(tier.id, evidence);
    if (span != planned.end())
      spans.push_back(*span);
    else if (passed != nullptr)
      spans.push_back({tier.id, passed->on, passed->on, 0});
  }
  return spans;
}

HoursReport hours_report(const Track& track, const Record& record, const Evidence& evidence,
                         const PlanValues& values, calendar::Date today) {
  HoursReport hours{.planned = planned_so_far(values),
                    .studied = studied_so_far(record.by_day, today),
                    .by_week = hours_by_week(record.by_day, track.plan.start, today),
                    .by_day = record.by_day};
  if (evidence.forecast) {
    hours.status = evidence.forecast->status;
    hours.finish = evidence.forecast->finish;
  }
  return hours;
}

}  // namespace

ProgressReport progress_report(const Track& track, const Record& record, const Evidence& evidence,
                               const Today& now) {
  const auto values = plan_values(track, record, now.date);
  ProgressReport progress{.curriculum_title = track.curriculum.title,
                          .track = track.name,
                          .date = now.date,
                          .start = track.plan.start,
                          .finish = track.plan.finish(),
                          .slip = track.plan.slip(),
                          .planned = values.total.planned,
                          .actual = Minutes{0},
                          .read = Minutes{0},
                          .hands_on = Minutes{0},
                          .tiers = {},
                          .topics = topic_reports(track, record.problems, evidence.topics),
                          .artefacts = delivered_artefacts(track, record),
                          .plan = values,
                          .first_dates = evidence.first_dates,
                          .breaks = track.frame.breaks,
                          .ahead = values_ahead(values, now),
                          .hours = hours_report(track, record, evidence, values, now.date),
                          .mocks = evidence.mocks,
                          .now = now};
  for (const auto& [kind, minutes] : evidence.minutes_by_kind) {
    (journal::hands_on(kind) ? progress.hands_on : progress.read) += minutes;
  }
  progress.actual = progress.read + progress.hands_on;
  for (const auto& span : tier_spans(track, evidence)) {
    progress.tiers.push_back(tier_report(span, track, record, evidence, values));
    progress.weeks_total += span.weeks;
    progress.problems_open += progress.tiers.back().problems_open;
  }
  progress.tiers_total = progress.tiers.size();
  progress.tiers_passed = static_cast<std::size_t>(
      std::ranges::count(progress.tiers, rules::TierState::passed, &TierReport::state));
  progress.finished_on = finished_on(progress.tiers);
  const auto open = std::ranges::find(progress.tiers, rules::TierState::open, &TierReport::state);
  if (open != progress.tiers.end())
    progress.tier_number = static_cast<std::size_t>(open - progress.tiers.begin()) + 1;
  add_up_topics(progress);
  return progress;
}

}  // namespace gradus::insight
