#include "gradus/track/gate_criterion.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/error.hpp"

#include <fmt/format.h>

#include <vector>

namespace gradus::track {

GateCriterion find_gate_criterion(const std::string& name,
                                  const curriculum::Curriculum& curriculum) {
  const auto slash = name.find('/');
  if (slash == std::string::npos)
    throw Error(fmt::format("\"{}\" is not a criterion: the tier is missing", name),
                "write it as TIER/CRITERION, as gradus ready shows it");
  const auto gate = name.substr(0, slash);
  const auto id = name.substr(slash + 1);
  const auto* const tier =
      gate == rules::finish_gate ? nullptr : &curriculum::find_tier_in_force(curriculum, gate);
  const auto& criteria = tier == nullptr ? curriculum.finish : tier->exit;
  std::vector<std::string> known;
  for (const auto& criterion : criteria) {
    if (criterion.retired) continue;
    if (criterion.id.text() == id) return {gate, tier, &criterion};
    known.push_back(criterion.id.text());
  }
  const auto hint =
      known.empty() ? "the curriculum has no finish check" : text::nearest_or_all(id, known);
  throw curriculum::Error(
      fmt::format("no criterion \"{}\" in {}", id,
                  tier == nullptr ? "the finish check" : fmt::format("tier {}", gate)),
      hint);
}

}  // namespace gradus::track
