#include "gradus/insight/standing.hpp"

#include "gradus/plan/progress.hpp"

#include "insight/suggestion.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gradus::insight {
namespace {

using ProblemKind = std::pair<curriculum::TopicId, curriculum::Difficulty>;

bool carries(const plan::PlanWeek& week, const curriculum::WeekId& id) {
  return std::ranges::find(week.load.carries, id) != week.load.carries.end();
}

// The problems solved for a plan week, handed out to its rows: the base rows' first, then the
// top-ups'.
std::vector<ProblemProgress> problem_progress(const plan::PlanWeek& week,
                                              const std::vector<journal::ProblemCount>& counts) {
  std::map<ProblemKind, int> solved;
  for (const auto& count : counts) {
    if (count.week && carries(week, *count.week)) {
      solved[{count.topic, count.difficulty}] += count.count;
    }
  }
  std::vector<ProblemProgress> rows;
  for (const auto& target : week.load.problems) rows.push_back({target, 0});
  for (const bool top_up : {false, true}) {
    for (auto& row : rows) {
      if (row.target.top_up != top_up) continue;
      auto& left = solved[{row.target.topic, row.target.difficulty}];
      row.solved = std::min(row.target.count, left);
      left -= row.solved;
    }
  }
  return rows;
}

std::vector<ArtefactProgress> artefact_progress(const Track& track, const Record& record,
                                                const plan::PlanWeek& week) {
  std::vector<ArtefactProgress> rows;
  for (const auto& id : week.load.artefacts) {
    const bool delivered = std::ranges::any_of(record.delivered, [&](const journal::Entry& entry) {
      const auto* const artefact = std::get_if<journal::Artefact>(&entry.what);
      return artefact != nullptr && artefact->artefact == id;
    });
    rows.push_back(
        {curriculum::find_artefact(track.curriculum, id.text()), week.dates.to, delivered});
  }
  return rows;
}

std::vector<TodaysBlock> blocks_on(calendar::Date date, const plan::Plan& plan,
                                   const curriculum::TierId& tier, curriculum::WeekMinutes done) {
  std::vector<TodaysBlock> blocks;
  for (const auto& week : plan.weeks) {
    if (week.load.tier != tier) continue;
    for (const auto& block : week.dates.blocks) {
      if (block.on != date) continue;
      auto& left = done.of(block.kind);
      const auto taken = std::min(left, block.minutes);
      left -= taken;
      blocks.push_back({block, taken});
    }
  }
  return blocks;
}

std::optional<plan::Break> break_on(calendar::Date date, const std::vector<plan::Break>& breaks) {
  const auto found = std::ranges::find_if(
      breaks, [date](const auto& each) { return each.from <= date && date <= each.to; });
  if (found == breaks.end()) return std::nullopt;
  return *found;
}

std::optional<rules::CriterionResult> first_unmet(const rules::Verdict& gate) {
  const auto found = std::ranges::find_if(gate.criteria, [](const auto& criterion) {
    return criterion.status != rules::Status::pass && criterion.status != rules::Status::waived;
  });
  if (found == gate.criteria.end()) return std::nullopt;
  return *found;
}

Waiting waiting(const Track& track, const Record& record) {
  Waiting waiting;
  for (const auto& tier : track.curriculum.tiers) {
    if (tier.retired) continue;
    const auto state = track.states.find(tier.id);
    if (state == track.states.end() || state->second != rules::TierState::locked) continue;
    for (const auto& week : tier.weeks) {
      const auto logged = record.minutes_by_week.find(week.id);
      if (logged != record.minutes_by_week.end()) waiting.minutes += logged->second.total();
    }
    for (const auto& solved : record.problems)
      waiting.problems += solved.tier == tier.id ? solved.count : 0;
  }
  return waiting;
}

}  // namespace

WeekStanding week_standing(const Track& track, const Record& record, std::size_t index,
                           const std::vector<plan::WeekProgress>& progress) {
  const auto& week = track.plan.weeks.at(index);
  return {.week = week,
          .progress = progress.at(index),
          .problems = problem_progress(week, record.problems),
          .artefacts = artefact_progress(track, record, week)};
}

WeekStanding week_standing(const Track& track, const Record& record, std::size_t index,
                           calendar::Date today) {
  return week_standing(track, record, index,
                       plan::progress(track.plan, record.minutes_by_week, today));
}

Today today(const Track& track, const Record& record, const rules::Verdict& gate,
            calendar::Date date, const std::optional<journal::RunningTimer>& timer) {
  Today now{.date = date,
            .tier = rules::open_tier(track.curriculum, track.states),
            .week = std::nullopt,
            .blocks = {},
            .pause = break_on(date, track.breaks),
            .criteria_met = gate.met,
            .criteria_waived = rules::waived(gate),
            .criteria_total = gate.criteria.size(),
            .first_unmet = first_unmet(gate),
            .timer = timer,
            .waiting = waiting(track, record),
            .next = {}};
  if (now.tier != nullptr) {
    const auto progress = plan::progress(track.plan, record.minutes_by_week, date);
    const auto index = plan::current_week(track.plan, progress, now.tier->id);
    now.week = week_standing(track, record, index, progress);
    now.blocks = blocks_on(date, track.plan, now.tier->id, record.minutes_today);
  }
  now.next = suggest(now, track);
  return now;
}

}  // namespace gradus::insight
