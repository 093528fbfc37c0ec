#include "gradus/track/verify.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/store/verifications.hpp"
#include "gradus/track/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace gradus::track {
namespace {

// The folder that a delivery names; empty if it names none.
std::string folder_in(const journal::Entry& delivery) {
  return std::get<journal::Artefact>(delivery.what).path.value_or("");
}

}  // namespace

Deliveries::Deliveries(const store::Store& store, const std::optional<std::string>& track,
                       calendar::Date today)
    : track_(load(store, track)), delivered_(store::delivered(store, track_.id)), today_(today) {
  for (const auto& passing : store::passings(store, track_.id))
    passed_on_.emplace(passing.tier, passing.on);
}

const journal::Entry* Deliveries::newest(const curriculum::ArtefactId& id) const {
  const auto found = std::ranges::find_if(delivered_, [&](const journal::Entry& entry) {
    return std::get<journal::Artefact>(entry.what).artefact == id;
  });
  return found == delivered_.end() ? nullptr : &*found;
}

evidence::Window Deliveries::window_of(const curriculum::ArtefactId& artefact) const {
  for (const auto& tier : track_.curriculum.tiers) {
    for (const auto& week : tier.weeks) {
      const auto asks = std::ranges::find(week.artefacts, artefact, &curriculum::Artefact::id);
      if (asks != week.artefacts.end())
        return {insight::tier_began(track_, tier.id, passed_on_, today_), today_};
    }
  }
  return {track_.plan.start, today_};
}

Delivery Deliveries::find(const curriculum::Artefact& artefact, const std::string& path) const {
  const auto* entry = newest(artefact.id);
  const auto& id = artefact.id.text();
  if (entry == nullptr)
    throw Error(fmt::format("{} has not been delivered yet", id),
                fmt::format("gradus artefact add {} --path {}", id, path.empty() ? "DIR" : path));
  const auto folder = path.empty() ? folder_in(*entry) : path;
  if (!folder.empty()) return {artefact, entry->id, folder, window_of(artefact.id)};
  throw Error(fmt::format("{} was delivered without a path, but gradus can only verify a folder on "
                          "this machine",
                          id),
              fmt::format("gradus artefact verify {} --path DIR", id));
}

std::vector<Delivery> Deliveries::verifiable() const {
  std::vector<Delivery> list;
  for (const auto& tier : track_.curriculum.tiers) {
    for (const auto& week : tier.weeks) {
      for (const auto& artefact : week.artefacts) {
        const auto* entry = artefact.verify ? newest(artefact.id) : nullptr;
        if (entry == nullptr || folder_in(*entry).empty()) continue;
        list.push_back({artefact, entry->id, folder_in(*entry), window_of(artefact.id)});
      }
    }
  }
  return list;
}

void save(store::Store& store, const LoadedTrack& track, const evidence::VerifiedArtefact& verified,
          const std::string& checks, bool moved, calendar::Instant clock) {
  auto entry = store::find_entry(store, track.id, verified.entry.text());
  const auto before = entry;
  auto& what = std::get<journal::Artefact>(entry.what);
  what.verified = verified.result.whole();
  if (moved) what.path = verified.path;
  if (!journal::same_content(entry, before))
    entry.changed = journal::changed_after(before.changed, clock);
  store::replace_entry(store, track.id, entry);
  store::save_verification(
      store,
      {.entry = entry.id, .at = verified.at, .commit = verified.result.commit, .result = checks});
}

}  // namespace gradus::track
