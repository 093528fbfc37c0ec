#include "gradus/track/gate_criterion.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace gradus::track {

namespace {

// Of every gate, in order, the finish check last; without what is retired.
std::vector<GateCriterion> all_criteria(const curriculum::Curriculum& curriculum) {
  std::vector<GateCriterion> all;
  const auto add = [&](const std::string& gate, const curriculum::Tier* tier,
                       const std::vector<curriculum::Criterion>& criteria) {
    for (const auto& criterion : criteria)
      if (!criterion.retired) all.push_back({gate, tier, &criterion});
  };
  for (const auto& tier : curriculum.tiers)
    if (!tier.retired) add(tier.id.text(), &tier, tier.exit);
  add(std::string(rules::finish_gate), nullptr, curriculum.finish);
  return all;
}

// By the criterion's own id, where only one gate has it.
GateCriterion find_by_id(const std::string& id, const curriculum::Curriculum& curriculum) {
  std::vector<GateCriterion> found;
  std::vector<std::string> known;
  std::vector<std::string> names;
  for (auto& each : all_criteria(curriculum)) {
    known.push_back(each.criterion->id.text());
    if (known.back() != id) continue;
    names.push_back(each.name());
    found.push_back(std::move(each));
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    const auto near = text::did_you_mean(id, known);
    throw Error(fmt::format("no criterion \"{}\" in any tier", id),
                near.empty() ? "gradus ready TIER shows those of a tier" : near);
  }
  throw Error(fmt::format("\"{}\" is a criterion of several gates: {}", id, fmt::join(names, ", ")),
              fmt::format("write the tier too, such as {}", names.front()));
}

}  // namespace

bool is_gate(std::string_view id, const curriculum::Curriculum& curriculum) {
  return id == rules::finish_gate ||
         std::ranges::any_of(curriculum.tiers,
                             [&](const curriculum::Tier& tier) { return tier.id.text() == id; });
}

GateCriterion find_gate_criterion(const std::string& name,
                                  const curriculum::Curriculum& curriculum) {
  const auto slash = name.find('/');
  if (slash == std::string::npos) return find_by_id(name, curriculum);
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
