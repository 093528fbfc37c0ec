#include "gradus/insight/today.hpp"

#include "insight/suggestion.hpp"

#include <algorithm>

namespace gradus::insight {
namespace {

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
    for (const auto& week : tier.weeks)
      waiting.minutes += journal::studied_for(record.study_days, week.id);
    for (const auto& solved : record.problems)
      waiting.problems += solved.tier == tier.id ? solved.count : 0;
  }
  return waiting;
}

}  // namespace

Today today(const Track& track, const Record& record, const rules::Verdict& gate,
            calendar::Date date, const std::optional<journal::RunningTimer>& timer) {
  Today now{.date = date,
            .tier = rules::open_tier(track.curriculum, track.states),
            .tier_number = 0,
            .tiers_total = 0,
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
  for (const auto& tier : track.curriculum.tiers) {
    if (tier.retired) continue;
    ++now.tiers_total;
    if (&tier == now.tier) now.tier_number = now.tiers_total;
  }
  if (now.tier != nullptr) {
    const auto progress = plan::progress(track.plan, record.study_days, date);
    const auto index = plan::current_week(track.plan, progress, now.tier->id);
    now.week = week_values(track, record, index, date);
    now.blocks = blocks_on(date, track.plan, now.tier->id, record.minutes_today);
  }
  now.next = suggest(now, track);
  return now;
}

}  // namespace gradus::insight
