#include "gradus/insight/today.hpp"

#include "gradus/insight/streak.hpp"
#include "gradus/plan/gate_weeks.hpp"

#include "insight/todays_suggestion.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace gradus::insight {
namespace {

// The blocks that are still to be studied: the time done fills them in order, its own kind first.
std::vector<TodaysBlock> fill(const std::vector<plan::Block>& blocks,
                              curriculum::WeekMinutes done) {
  std::vector<TodaysBlock> filled;
  filled.reserve(blocks.size());
  for (const auto& block : blocks) filled.push_back({block, Minutes{0}});
  const auto take = [&](TodaysBlock& each, calendar::BlockKind kind) {
    const auto taken = std::min(done.of(kind), each.left());
    done.of(kind) -= taken;
    each.done += taken;
  };
  for (auto& each : filled) take(each, each.block.kind);
  for (auto& each : filled)
    for (const auto kind : calendar::block_kinds) take(each, kind);
  return filled;
}

// The slots of a day as blocks.
std::vector<plan::Block> slots_on(calendar::Date date, const Track& track,
                                  calendar::BlockKind kind) {
  std::vector<plan::Block> blocks;
  if (plan::break_on(date, track.frame.breaks) != nullptr) return blocks;
  const auto& slots = track.frame.available.on(date.weekday());
  blocks.reserve(slots.size());
  for (const auto& slot : slots) blocks.push_back({date, slot.at, slot.length, kind});
  return blocks;
}

// The tier's blocks on a day; while its gate is shut without a gate week ahead, the day's slots.
class TierDays {
 public:
  TierDays(const Track& track, const curriculum::TierId& tier, bool by_slots)
      : track_(track), tier_(tier), by_slots_(by_slots) {
    for (const auto& week : track.plan.weeks)
      for (const auto& block : week.dates.blocks)
        if (week.load.tier == tier && !block.past) add(block);
  }

  [[nodiscard]] std::vector<plan::Block> on(calendar::Date date) const {
    if (by_slots_ || (last_ && *last_ < date))
      return slots_on(date, track_, calendar::BlockKind::lab);
    if (first_ && date < first_->on && date >= track_.plan.start)
      return slots_on(date, track_, first_->kind);
    std::vector<plan::Block> blocks;
    for (const auto& week : track_.plan.weeks) {
      if (week.load.tier != tier_ || week.dates.finished) continue;
      for (const auto& block : week.dates.blocks)
        if (block.on == date) blocks.push_back(block);
    }
    return blocks;
  }

  // The first block after the day; nullopt when there is none within a year.
  [[nodiscard]] std::optional<plan::Block> after(calendar::Date date) const {
    for (int days = 0; days < 366 && date < calendar::Date::last(); ++days) {
      date = date + calendar::Days{1};
      if (const auto blocks = on(date); !blocks.empty()) return blocks.front();
    }
    return std::nullopt;
  }

 private:
  void add(const plan::Block& block) {
    if (!first_ || block.on < first_->on) first_ = block;
    if (!last_ || *last_ < block.on) last_ = block.on;
  }

  const Track& track_;
  const curriculum::TierId& tier_;
  bool by_slots_;
  // A tier that opened before its first block begins in the slots until then; one that is not
  // passed after its last goes on in them.
  std::optional<plan::Block> first_{};
  std::optional<calendar::Date> last_{};
};

std::vector<OpenBefore> open_before(const PlanValues& values, const curriculum::TierId& tier,
                                    calendar::Date today) {
  std::vector<OpenBefore> open;
  for (std::size_t i = 0; i < values.current.value_or(0); ++i) {
    const auto& week = values.weeks[i];
    if (week.week.load.tier != tier) continue;
    OpenBefore before{.number = week.week.number,
                      .week = week.week.load.carries.front().week,
                      .problems = unsolved(week),
                      .artefacts = {},
                      .late = std::max(today - week.week.dates.to, calendar::Days{0})};
    std::ranges::copy_if(week.artefacts, std::back_inserter(before.artefacts),
                         [](const auto& artefact) { return !artefact.delivered; });
    if (!before.problems.empty() || !before.artefacts.empty()) open.push_back(std::move(before));
  }
  return open;
}

// The minutes of a day that count for the tier.
curriculum::WeekMinutes studied_on(calendar::Date date, const curriculum::Tier& tier,
                                   const journal::StudyDays& days) {
  curriculum::WeekMinutes sum;
  for (const auto& week : tier.weeks) {
    const auto of_week = days.find(week.id);
    if (of_week == days.end()) continue;
    const auto of_day = of_week->second.find(date);
    if (of_day == of_week->second.end()) continue;
    for (const auto kind : calendar::block_kinds) sum.of(kind) += of_day->second.of(kind);
  }
  return sum;
}

// The current week's blocks with what its time so far fills of them. What the last re-plan left
// behind it laid anew, so that is not among them.
std::vector<TodaysBlock> filled_blocks(const WeekValues& week) {
  std::vector<plan::Block> laid;
  auto before = week.week.load.minutes;  // what was done when it was laid
  for (const auto& block : week.week.dates.blocks) {
    if (block.past) continue;
    laid.push_back(block);
    before.of(block.kind) -= std::min(before.of(block.kind), block.minutes);
  }
  return fill(laid, plan::remaining(week.progress.done, before));
}

// Of the current week's blocks of the last days, off breaks, what was neither studied on its day,
// for whatever week of the tier, nor made up for since.
std::vector<plan::Block> missed(const WeekValues& week, const curriculum::Tier& tier,
                                const journal::StudyDays& days,
                                const std::vector<plan::Break>& breaks, calendar::Date today) {
  constexpr calendar::Days seven_days{7};
  std::vector<plan::Block> blocks;
  if (week.progress.complete) return blocks;
  std::map<calendar::Date, Minutes> studied;
  for (auto& each : filled_blocks(week)) {
    auto& block = each.block;
    if (block.on >= today || today - block.on >= seven_days || plan::break_on(block.on, breaks))
      continue;
    auto& that_day =
        studied.try_emplace(block.on, studied_on(block.on, tier, days).total()).first->second;
    const auto by_day = std::min(that_day, block.minutes);
    that_day -= by_day;
    const auto open = std::min(each.left(), block.minutes - by_day);
    if (open == Minutes{0}) continue;
    block.minutes = open;
    blocks.push_back(block);
  }
  return blocks;
}

std::vector<rules::CriterionResult> what_it_lacks(const rules::Verdict& gate) {
  std::vector<rules::CriterionResult> criteria;
  std::ranges::copy_if(gate.criteria, std::back_inserter(criteria), [](const auto& criterion) {
    return criterion.status != rules::Status::pass && criterion.status != rules::Status::waived;
  });
  return criteria;
}

Waiting waiting(const Track& track, const Record& record) {
  Waiting waiting;
  for (const auto& tier : track.curriculum.tiers) {
    if (tier.retired || rules::state_of(track.states, tier.id) != rules::TierState::locked)
      continue;
    for (const auto& week : tier.weeks)
      waiting.minutes += journal::studied_for(record.study_days, week.id);
    for (const auto& solved : record.problems)
      waiting.problems += solved.tier == tier.id ? solved.count : 0;
  }
  return waiting;
}

}  // namespace

int OpenBefore::problem_count() const {
  int count = 0;
  for (const auto& kind : problems) count += kind.count;
  return count;
}

bool Today::done_today() const {
  return !blocks.empty() &&
         std::ranges::all_of(blocks, [](const auto& block) { return block.left() == Minutes{0}; });
}

Today today(const Track& track, const Record& record, const rules::Verdict& gate,
            calendar::Date date, const std::optional<journal::RunningTimer>& timer) {
  Today now{.date = date,
            .tier = rules::open_tier(track.curriculum, track.states),
            .tier_number = 0,
            .tiers_total = 0,
            .week = std::nullopt,
            .blocks = {},
            .pause = std::nullopt,
            .criteria_met = gate.met,
            .criteria_waived = rules::waived(gate),
            .criteria_total = gate.criteria.size(),
            .unmet = what_it_lacks(gate),
            .timer = timer,
            .waiting = waiting(track, record),
            .exam = exam_ahead(track, record, date),
            .last_days = last_seven_days(record.by_day, date),
            .streak_weeks = streak_weeks(track, record, date),
            .next = {}};
  if (const auto* pause = plan::break_on(date, track.frame.breaks)) now.pause = *pause;
  for (const auto& tier : track.curriculum.tiers) {
    if (tier.retired) continue;
    ++now.tiers_total;
    if (&tier == now.tier) now.tier_number = now.tiers_total;
  }
  if (now.tier != nullptr) {
    const auto values = plan_values(track, record, date);
    now.week = values.weeks.at(values.current.value());
    now.gate_shut = values.all_studied && !gate.ready;
    now.open_before = open_before(values, now.tier->id, date);
    now.missed = missed(*now.week, *now.tier, record.last_days, track.frame.breaks, date);
    now.gate_planned = plan::has_gate_week_ahead(track.plan, now.tier->id, date);
    const TierDays days(track, now.tier->id, now.gate_shut && !now.gate_planned);
    auto studied = studied_on(date, *now.tier, record.last_days);
    if (now.exam) studied = plan::remaining(studied, now.exam->taken());
    now.blocks = fill(days.on(date), studied);
    const auto open = std::ranges::find_if(
        now.blocks, [](const auto& block) { return block.left() > Minutes{0}; });
    now.next_block = open == now.blocks.end() ? days.after(date) : std::optional(open->block);
  }
  now.next = suggest(now, track);
  return now;
}

}  // namespace gradus::insight
