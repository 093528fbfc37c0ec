#include "gradus/plan/difference.hpp"

#include <algorithm>

namespace gradus::plan {

bool TierShift::moved() const {
  if (!was || !now) return true;
  return was->from != now->from || was->to != now->to || was->weeks != now->weeks;
}

std::vector<TierShift> difference(const Plan& before, const Plan& after) {
  std::vector<TierShift> shifts;
  for (const TierSpan& span : after.tiers()) shifts.push_back({span.tier, std::nullopt, span});
  for (const TierSpan& span : before.tiers()) {
    const auto same = std::ranges::find(shifts, span.tier, &TierShift::tier);
    if (same == shifts.end()) {
      shifts.push_back({span.tier, span, std::nullopt});
    } else {
      same->was = span;
    }
  }
  return shifts;
}

}  // namespace gradus::plan
