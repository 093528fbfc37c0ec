#pragma once

#include "gradus/curriculum/difference.hpp"
#include "gradus/insight/new_version.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// A track by the version of its curriculum that it has, and by another one. Nothing is stored yet.
struct Upgrade {
  LoadedTrack before;
  LoadedTrack after;
  store::CurriculumCopy had;
  store::CurriculumCopy copy;
  std::vector<curriculum::ItemShift> items{};
  std::vector<std::string> notes{};

  [[nodiscard]] bool same_text() const { return had.hash == copy.hash; }
};

// The track of that name, or the active one, with the curriculum of the file. Throws Error for
// another curriculum, and for one that leaves out ids which the track uses; curriculum::Error for
// one that has errors.
[[nodiscard]] Upgrade prepare_upgrade(const store::Store& store,
                                      const std::optional<std::string>& track,
                                      const CurriculumText& file, calendar::Date today);

// What it changes; keeps references to the upgrade.
[[nodiscard]] insight::NewVersion new_version(const Upgrade& upgrade, const store::Store& store,
                                              bool what_if, calendar::Date today);

// `clock`: the real one.
void save(store::Store& store, const Upgrade& upgrade, calendar::Instant clock);

}  // namespace gradus::track
