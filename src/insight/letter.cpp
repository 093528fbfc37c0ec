#include "gradus/insight/letter.hpp"

#include "insight/letter_question.hpp"

#include <algorithm>
#include <utility>

namespace gradus::insight {
namespace {

// Rounding must not make a criterion move.
constexpr double hardly_any = 1e-9;

// The explanations are those of a verdict's criteria, in their order, or there are none.
double done_of(const rules::Verdict& verdict, const std::vector<rules::Explanation>& why,
               std::size_t index) {
  if (index < why.size()) return why[index].done;
  return verdict.criteria[index].status == rules::Status::pass ? 1 : 0;
}

std::optional<calendar::Date> later(std::optional<calendar::Date> a,
                                    std::optional<calendar::Date> b) {
  if (!a || !b) return a ? a : b;
  return std::max(*a, *b);
}

bool met(const rules::CriterionResult& result) {
  return result.status == rules::Status::pass;
}

bool waived(const rules::CriterionResult& result) {
  return result.status == rules::Status::waived;
}

void sort_criterion(Letter& letter, const GateThenNow& gate,
                    const GateThenNow::Criterion& criterion) {
  const auto add = [&](std::vector<Moved>& to) { to.push_back({gate.title, criterion}); };
  if (met(criterion.now)) {
    if (!met(criterion.then)) add(letter.met);
    return;
  }
  if (waived(criterion.now)) {
    if (!waived(criterion.then)) add(letter.waived);
    return;
  }
  if (met(criterion.then))
    add(letter.lost);
  else if (criterion.done_now > criterion.done_then + hardly_any)
    add(letter.closer);
}

// Neither met nor waived, nor nearer than before.
bool stands_still(const GateThenNow::Criterion& criterion) {
  return !met(criterion.now) && !waived(criterion.now) && !met(criterion.then) &&
         criterion.done_now <= criterion.done_then + hardly_any;
}

Standing standing(const GateThenNow::Criterion& criterion, const GateThenNow& gate,
                  calendar::Date first_day) {
  const auto& last = criterion.last_counted;
  if (!last || *last < gate.opened)
    return {criterion.now, gate.opened, Standing::Since::tier_opened};
  const auto why = *last >= first_day ? Standing::Since::worked_on : Standing::Since::last_entry;
  return {criterion.now, *last, why};
}

void sort_gate(Letter& letter, const GateThenNow& gate) {
  for (const auto& criterion : gate.criteria) sort_criterion(letter, gate, criterion);
}

LateWeek late_week(const WeekValues& values) {
  const auto sums = amounts(values);
  LateWeek late{.number = values.week.number,
                .title = values.week.load.title,
                .due = values.week.dates.to,
                .left = sums.left,
                .problems_left = sums.problems - sums.problems_done,
                .undelivered = {}};
  for (const auto& artefact : values.artefacts)
    if (!artefact.delivered) late.undelivered.push_back(artefact.artefact.title);
  return late;
}

// Of the open tier: what a passed one left undone holds nothing up.
std::vector<LateWeek> late_weeks(const Track& track, const PlanValues& plan, const Today& now) {
  std::vector<LateWeek> late;
  for (const auto& values : plan.weeks) {
    const bool open = now.tier != nullptr && values.week.load.tier == now.tier->id;
    if (open && !values.done() && is_late(values.week, track, now.date))
      late.push_back(late_week(values));
  }
  std::ranges::stable_sort(late, {}, &LateWeek::due);
  return late;
}

// Of the current week and the next one, of the open tier or not.
std::vector<ArtefactProgress> due_soon(const PlanValues& plan, calendar::Date today) {
  std::vector<ArtefactProgress> due;
  if (!plan.current) return due;
  for (auto i = *plan.current; i < std::min(*plan.current + 2, plan.weeks.size()); ++i)
    for (const auto& artefact : plan.weeks[i].artefacts)
      if (!artefact.delivered && artefact.due >= today) due.push_back(artefact);
  return due;
}

Minutes planned_between(const PlanValues& plan, calendar::Date from, calendar::Date to) {
  Minutes sum{0};
  for (const auto& values : plan.weeks)
    for (const auto& block : values.week.dates.blocks)
      if (from <= block.on && block.on <= to) sum += block.minutes;
  return sum;
}

News news_of(const Letter& letter, const Today& now) {
  if (!letter.passed.empty()) return now.tier == nullptr ? News::finished : News::tier_passed;
  const bool moved = letter.work.entries > 0 || !letter.met.empty() || !letter.closer.empty() ||
                     !letter.artefacts.empty() || !letter.modules_passed.empty();
  if (!moved) return News::nothing_done;
  if (!letter.met.empty()) return News::criteria_met;
  if (!letter.modules_passed.empty()) return News::module_passed;
  return letter.artefacts.empty() ? News::studied : News::delivered;
}

// What stands in the letter as it was found.
Letter letter_head(const Track& track, const Today& now, LetterFacts& facts) {
  Letter letter{.curriculum_title = track.curriculum.title,
                .track = track.name,
                .since = facts.since,
                .date = now.date,
                .finish = track.plan.finish(),
                .slip = track.plan.slip(),
                .plan_changes = facts.plan_changes,
                .finished_on = facts.finished_on,
                .tier = now.tier == nullptr ? "" : now.tier->title,
                .tier_number = now.tier_number,
                .tiers_total = now.tiers_total,
                .work = std::move(facts.work),
                .before = facts.before,
                .last_study = facts.last_study,
                .passed = {},
                .met = {},
                .closer = {},
                .lost = {},
                .waived = {},
                .artefacts = std::move(facts.artefacts),
                .modules_passed = std::move(facts.modules_passed),
                .mocks = std::move(facts.mocks),
                .standing = {},
                .late = {},
                .due = {}};
  if (facts.finish_before) letter.slip_before = *facts.finish_before - track.plan.baseline_finish;
  if (now.week) letter.week = now.week->week;
  if (const auto* const pause = plan::break_on(now.date, track.frame.breaks))
    letter.on_break = pause->to;
  return letter;
}

void take_gates(Letter& letter, std::vector<GateThenNow> gates) {
  for (auto& gate : gates) {
    sort_gate(letter, gate);
    if (gate.passed_on)
      letter.passed.push_back(std::move(gate));
    else
      letter.gate = std::move(gate);
  }
  if (!letter.gate) return;
  for (const auto& criterion : letter.gate->criteria)
    if (stands_still(criterion))
      letter.standing.push_back(standing(criterion, *letter.gate, letter.since));
}

}  // namespace

std::optional<calendar::Date> last_counted(const rules::Explanation& criterion) {
  std::optional<calendar::Date> last;
  for (const auto& entry : criterion.counted.first) last = later(last, entry.on);
  for (const auto& part : criterion.parts) last = later(last, last_counted(part));
  return last;
}

GateThenNow gate_then_now(const rules::Verdict& then,
                          const std::vector<rules::Explanation>& why_then,
                          const rules::Verdict& now,
                          const std::vector<rules::Explanation>& why_now) {
  GateThenNow gate{.title = now.title,
                   .opened = calendar::Date::first(),
                   .met_then = then.met,
                   .met_now = now.met,
                   .criteria = {},
                   .ready = now.ready};
  gate.criteria.reserve(now.criteria.size());
  for (std::size_t i = 0; i < now.criteria.size(); ++i) {
    const auto before =
        std::ranges::find(then.criteria, now.criteria[i].id, &rules::CriterionResult::id);
    if (before == then.criteria.end()) continue;  // it was not asked for then
    const auto index_then = static_cast<std::size_t>(before - then.criteria.begin());
    gate.criteria.push_back(
        {.then = *before,
         .now = now.criteria[i],
         .done_then = done_of(then, why_then, index_then),
         .done_now = done_of(now, why_now, i),
         .last_counted = i < why_now.size() ? last_counted(why_now[i]) : std::nullopt});
  }
  return gate;
}

Letter letter(const Track& track, const PlanValues& plan, const Today& now, LetterFacts facts) {
  auto result = letter_head(track, now, facts);
  for (const auto& span : plan.tiers) result.weeks_total += span.span.weeks;
  result.planned = planned_between(plan, result.since, result.date);
  take_gates(result, std::move(facts.gates));
  result.late = late_weeks(track, plan, now);
  result.due = due_soon(plan, now.date);
  result.news = news_of(result, now);
  result.question = question_of(result, now);
  return result;
}

}  // namespace gradus::insight
