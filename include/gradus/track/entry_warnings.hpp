#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// What `log` and similar commands warn about; set in the table [warnings] of the config file.
struct Warnings {
  bool overlap = true;       // two entries at the same time
  bool day_over_24h = true;  // a day's entries add up to more than 24 hours
  bool before_start = true;  // an entry is before the track's first day
  bool future = true;        // a time span ends later than now
};

// A session at the same time as another.
struct Overlap {
  journal::Entry entry;
  std::string short_id;
};

// What is odd about a new entry, which is recorded anyway.
struct EntryWarnings {
  std::vector<Overlap> overlaps{};
  std::optional<calendar::Minutes> day{};  // the day's total, if over 24 hours
  bool before_start = false;
  std::optional<calendar::Date> opened{};  // when its tier opened, if that was after its day
};

// For an entry that is not stored yet; checks only what is `wanted`. `before`: what the store has
// in its place, where it is edited.
[[nodiscard]] EntryWarnings entry_warnings(const journal::Entry& entry, const store::Store& store,
                                           const LoadedTrack& track, const Warnings& wanted,
                                           const journal::Entry* before = nullptr);

}  // namespace gradus::track
