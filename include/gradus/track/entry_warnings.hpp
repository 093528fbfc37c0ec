#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// What `log` and its like warn of, unless the table [warnings] of the config file says otherwise.
struct Warnings {
  bool overlap = true;       // two entries at the same time
  bool day_over_24h = true;  // a day's entries come to more than 24 hours
  bool before_start = true;  // an entry lies before the track's first day
  bool future = true;        // a stretch of time ends later than now
};

// A session that was at the same time as another.
struct Overlap {
  journal::Entry entry;
  std::string short_id;
};

// What is odd about a new entry. It is recorded all the same.
struct EntryWarnings {
  std::vector<Overlap> overlaps{};
  std::optional<calendar::Minutes> day{};  // what its day comes to, where that is over 24 hours
  bool before_start = false;
};

// For an entry that is not stored yet; only what is `wanted`.
[[nodiscard]] EntryWarnings entry_warnings(const journal::Entry& entry, const store::Store& store,
                                           const LoadedTrack& track, const Warnings& wanted);

}  // namespace gradus::track
