#include "plan/past_days.hpp"

#include <algorithm>

namespace gradus::plan {

using calendar::Date;
using calendar::Days;

PastDays::PastDays(const std::vector<const PlanWeek*>& old, Date today)
    : first_day_(old.front()->dates.first_day()), end_(first_day_), free_(first_day_) {
  Minutes owed{0};  // counted at the next block
  for (const PlanWeek* week : old) {
    first_day_ = std::min(first_day_, week->dates.first_day());
    end_ = std::max(end_, week->dates.to + Days{1});
    Minutes behind = week->load.minutes.total();
    for (const Block& block : week->dates.blocks)
      if (block.on >= today) behind -= block.minutes;
    behind = std::max(behind, Minutes{0});
    total_ += behind;
    // What was logged before the last re-plan has no blocks but those marked as past.
    Minutes planned{0};
    for (const Block& block : week->dates.blocks)
      if (block.on < today && !block.past) planned += block.minutes;
    owed += std::max(behind - planned, Minutes{0});
    for (Block block : week->dates.blocks) {
      if (block.on >= today) continue;
      if (!block.past) owed += block.minutes;
      block.past = true;
      blocks_.push_back({block, owed});
      owed = Minutes{0};
    }
  }
  std::ranges::stable_sort(blocks_, {}, [](const PastBlock& each) { return each.block.on; });
  end_ = std::min(end_, today);
  free_ = first_day_;
}

std::optional<WeekDates> PastDays::next(Minutes length, bool last) {
  const bool is_first = !begun_;
  begun_ = true;
  const bool was_covered = wanted_ <= total_;
  wanted_ += length;
  const bool covered = wanted_ <= total_;
  WeekDates dates{free_, free_, {}};
  for (; block_ < blocks_.size(); ++block_) {
    const auto& [block, planned] = blocks_[block_];
    if (covered && !last && given_ >= wanted_ && block.on >= free_) break;
    given_ += planned;
    free_ = block.on + Days{1};
    dates.blocks.push_back(block);
  }
  if (!dates.blocks.empty()) {
    if (!is_first) dates.from = dates.blocks.front().on;
    dates.to = dates.blocks.back().on;
    return dates;
  }
  const Date taken = block_ == blocks_.size() ? end_ : blocks_[block_].block.on;
  if (!(is_first || (was_covered && covered)) || free_ >= taken) return std::nullopt;
  free_ = free_ + Days{1};
  return dates;
}

}  // namespace gradus::plan
