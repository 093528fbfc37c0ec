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

// The entries of one file on their way into a track, however many they are. What has been met lies
// in a temporary table of SQLite's, never in memory.
class Batch {
 public:
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;
  virtual ~Batch() = default;

  // How often the id was counted, this time included: what tells identical lines apart.
  [[nodiscard]] std::uint32_t count(const journal::EntryId& id);

  // What the track holds under the id by now.
  [[nodiscard]] std::optional<journal::Entry> known(const journal::EntryId& id) const;

  // Takes a checked entry that begins on this line of the file.
  [[nodiscard]] Put put(const journal::Entry& entry, std::size_t line);
  // The line that first had the id.
  [[nodiscard]] std::size_t first_line(const journal::EntryId& id) const;

 protected:
  // An entry as it lies in a table.
  struct Row {
    journal::Entry entry;
    std::int64_t seq;
    TrackId track;
  };

  // Keeps a reference to the store.
  Batch(const Store& store, TrackId track);

  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] TrackId track() const { return track_; }
  // The row that the SELECT finds for the id, and the one that the store held before.
  [[nodiscard]] std::optional<Row> row(const std::string& select, const journal::EntryId& id) const;
  [[nodiscard]] std::optional<Row> stored(const journal::EntryId& id) const;

 private:
  [[nodiscard]] virtual std::optional<Row> find(const journal::EntryId& id) const = 0;
  // False when the id is known.
  [[nodiscard]] virtual bool add(const journal::Entry& entry) = 0;
  virtual void replace(const Row& old, const journal::Entry& entry) = 0;
  [[nodiscard]] bool met(const journal::EntryId& id, std::size_t line);

  const Store& store_;
  TrackId track_;
  bool expects_new_ = false;
};

// A batch that is stored, as one step of the history. The store must be open for writing and see no
// other change.
//
// The step is held as a mark on the entries, not as a changeset, which SQLite builds in memory.
// Entries that were replaced are set aside until the step leaves the history.
class StoredBatch : public Batch {
 public:
  StoredBatch(const Store& store, TrackId track, Step step);

 private:
  [[nodiscard]] std::optional<Row> find(const journal::EntryId& id) const override;
  [[nodiscard]] bool add(const journal::Entry& entry) override;
  void replace(const Row& old, const journal::Entry& entry) override;
  std::int64_t number();

  Step step_;
  std::optional<std::int64_t> number_{};  // the step's, once there is something to store
};

// Finds what a StoredBatch would, and stores nothing: the store may be open for reading.
class RehearsedBatch : public Batch {
 public:
  RehearsedBatch(const Store& store, TrackId track);

 private:
  [[nodiscard]] std::optional<Row> find(const journal::EntryId& id) const override;
  [[nodiscard]] bool add(const journal::Entry& entry) override;
  void replace(const Row& old, const journal::Entry& entry) override;
};

}  // namespace gradus::store
