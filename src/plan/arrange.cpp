#include "gradus/plan/arrange.hpp"

namespace gradus::plan {
namespace {

WeekLoad load_of(const curriculum::Tier& tier, const curriculum::Week& week) {
  WeekLoad load{tier.id, {week.id}, week.title, false, week.minutes, week.problems, {}};
  for (const curriculum::Artefact& artefact : week.artefacts) {
    if (!artefact.retired) load.artefacts.push_back(artefact.id);
  }
  return load;
}

}  // namespace

std::vector<WeekLoad> arrange(const curriculum::Curriculum& curriculum) {
  std::vector<WeekLoad> loads;
  for (const curriculum::Tier& tier : curriculum.tiers) {
    if (tier.retired) continue;
    for (const curriculum::Week& week : tier.weeks) {
      if (!week.retired) loads.push_back(load_of(tier, week));
    }
  }
  return loads;
}

}  // namespace gradus::plan
