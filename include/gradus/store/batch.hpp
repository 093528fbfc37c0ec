#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace gradus::store {

enum class Put {
  added,
  changed,    // in place of another content under the same id
  unchanged,  // known already
  elsewhere,  // the id is another track's: not stored
  doubled,    // an earlier line gave the id another content: not stored
};

// The entries of one file on their way into a track: one step of the history, however many they
// are. What has been met lies in a temporary table of SQLite's, never in memory.
//
// The step is held as a mark on the entries, not as a changeset, which SQLite builds in memory.
// Entries that were replaced are set aside until the step leaves the history.
class Batch {
 public:
  // Keeps a reference to the store, which must be open for writing and see no other change. Without
  // a step it is a rehearsal: it stores nothing and finds the same, and the store may be
  // open for reading.
  Batch(const Store& store, TrackId track, std::optional<Step> step);

  // How often the id was counted, this time included: what tells identical lines apart.
  [[nodiscard]] std::uint32_t count(const journal::EntryId& id);

  // Takes a checked entry that begins on this line of the file.
  [[nodiscard]] Put put(const journal::Entry& entry, std::size_t line);
  // The line that first had the id.
  [[nodiscard]] std::size_t first_line(const journal::EntryId& id) const;

 private:
  [[nodiscard]] bool met(const journal::EntryId& id, std::size_t line);
  void insert(const journal::Entry& entry, std::optional<std::int64_t> seq = std::nullopt);

  const Store& store_;
  TrackId track_;
  std::optional<Step> step_;
  std::optional<std::int64_t> number_{};  // the step's, once there is something to store
};

}  // namespace gradus::store
