#include "gradus/insight/tier_time.hpp"

#include <algorithm>
#include <iterator>

namespace gradus::insight {

calendar::Date tier_began(const Track& track, const curriculum::TierId& tier,
                          const PassedOn& passed_on, calendar::Date today) {
  const auto start = track.plan.start;
  const auto& tiers = track.curriculum.tiers;
  const auto at = std::ranges::find(tiers, tier, &curriculum::Tier::id);
  if (at == tiers.end()) return start;
  const auto before =
      std::find_if(std::reverse_iterator{at}, tiers.rend(),
                   [](const curriculum::Tier& earlier) { return !earlier.retired; });
  if (before == tiers.rend()) return start;
  const auto passed = passed_on.find(before->id);
  const auto opened = passed == passed_on.end() ? today : std::min(passed->second, today);
  const auto spans = track.plan.tiers();
  const auto span = std::ranges::find(spans, tier, &plan::TierSpan::tier);
  const bool by_plan = span != spans.end() && span->from <= today;
  if (by_plan) return std::min(span->from, opened);
  return passed == passed_on.end() ? start : opened;
}

}  // namespace gradus::insight
