#include "gradus/insight/artefacts.hpp"

#include "gradus/insight/week_values.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace gradus::insight {
namespace {

using curriculum::ArtefactId;

using Verifications = std::vector<journal::Verification>;

void deliver(ListedArtefact& listed, const journal::Entry& entry,
             const Verifications& verifications) {
  const auto& what = std::get<journal::Artefact>(entry.what);
  listed.delivered_on = entry.on;
  listed.late = false;
  listed.url = what.url;
  listed.path = what.path;
  listed.verified = what.verified;
  if (!what.verified) return;
  const auto found = std::ranges::find(verifications, entry.id, &journal::Verification::entry);
  if (found == verifications.end()) return;
  listed.verified_on = found->at.on;
  listed.commit = found->commit;
}

// In plan order.
std::vector<ListedArtefact> asked_for(const Track& track, calendar::Date today) {
  std::map<ArtefactId, std::pair<curriculum::WeekId, const curriculum::Artefact*>> known;
  for (const auto& tier : track.curriculum.tiers)
    for (const auto& week : tier.weeks)
      for (const auto& artefact : week.artefacts)
        known.try_emplace(artefact.id, week.id, &artefact);
  std::vector<ListedArtefact> list;
  for (const auto& week : track.plan.weeks) {
    for (const auto& id : week.load.artefacts) {
      const auto& [week_id, artefact] = known.at(id);
      list.push_back(
          {.id = id,
           .week = week_id,
           .title = artefact->title,
           .kind = artefact->kind,
           .due = week.dates.to,
           .locked = rules::state_of(track.states, week.load.tier) == rules::TierState::locked,
           .late = is_late(week, track, today)});
    }
  }
  return list;
}

}  // namespace

std::vector<ListedArtefact> artefacts(const Track& track, const Record& record,
                                      calendar::Date today, const Verifications& verifications) {
  auto list = asked_for(track, today);
  std::map<ArtefactId, std::size_t> position;
  for (std::size_t i = 0; i < list.size(); ++i) position.emplace(*list[i].id, i);

  for (const auto& entry : record.delivered) {
    const auto& what = std::get<journal::Artefact>(entry.what);
    const auto asked = what.artefact ? position.find(*what.artefact) : position.end();
    if (asked != position.end()) {
      deliver(list[asked->second], entry, verifications);
    } else {
      list.push_back({.id = what.artefact, .week = entry.week, .title = what.title});
      deliver(list.back(), entry, verifications);
    }
  }
  return list;
}

}  // namespace gradus::insight
