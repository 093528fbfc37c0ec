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

// A track with its present version of the curriculum, and with another one. Nothing is stored yet.
struct Upgrade {
  LoadedTrack before;
  LoadedTrack after;
  store::CurriculumCopy had;
  store::CurriculumCopy copy;
  std::vector<curriculum::ItemShift> items{};
  std::vector<std::string> notes{};

  [[nodiscard]] bool same_text() const { return had.hash == copy.hash; }
};

// The track of that name, or the current one, with the curriculum in the file. Throws Error for
// a different curriculum, and for one that lacks ids the track uses; curriculum::Error for one with
// errors.
[[nodiscard]] Upgrade prepare_upgrade(const store::Store& store,
                                      const std::optional<std::string>& track,
                                      const CurriculumText& file, calendar::Date today);

// What it changes; holds references to the upgrade.
[[nodiscard]] insight::NewVersion new_version(const Upgrade& upgrade, const store::Store& store,
                                              bool what_if, calendar::Date today);

// `clock`: the real time.
void save(store::Store& store, const Upgrade& upgrade, calendar::Instant clock);

}  // namespace gradus::track
