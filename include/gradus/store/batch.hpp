#pragma once

#include "gradus/calendar/instant.hpp"
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
  changed,         // in place of another content under the same id
  unchanged,       // known already
  older,           // what the track has under the id was changed later: not stored
  tied,            // at the same time, with another content: not stored
  stayed_removed,  // it was removed since: not stored
  elsewhere,       // the id is another track's: not stored
  doubled,         // an earlier line gave the id another content: not stored
};

enum class Took {
  removed,    // the entry went
  noted,      // no such entry is known; that it was removed is
  known,      // it was removed already
  kept,       // the entry was changed later, and stays
  elsewhere,  // the id is another track's
};

// An entry that a file holds, checked.
struct Incoming {
  journal::Entry entry;  // `changed` says nothing unless it is stamped
  std::size_t line;      // of the file, on which it begins
  bool stamped = false;  // the file says when it was changed
};

// How a file is taken in.
struct Intent {
  calendar::Instant now;    // when: what is not stamped was changed now
  bool bring_back = false;  // what was removed since comes back, as if it were changed now
};

// The entries of one file on their way into a track, however many they are. What has been met lies
// in temporary tables of SQLite's, never in memory. Of two versions of an entry the one that was
// changed later counts, in whatever order they come; so of an entry and its removal.
class Batch {
 public:
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;
  virtual ~Batch() = default;

  // How often the id was counted, this time included: what tells identical lines apart.
  [[nodiscard]] std::uint32_t count(const journal::EntryId& id);

  // What the track holds under the id by now.
  [[nodiscard]] std::optional<journal::Entry> known(const journal::EntryId& id) const;

  [[nodiscard]] Put put(Incoming incoming);
  // Takes the entry away, and remembers that.
  [[nodiscard]] Took remove(const journal::Removal& removal);
  // When it was removed; nothing for an entry that was not, or is there again.
  [[nodiscard]] std::optional<calendar::Instant> removed_at(const journal::EntryId& id) const;
  // Whether the store is another than before.
  [[nodiscard]] bool touched() const { return touched_; }
  // The line that first had the id.
  [[nodiscard]] std::size_t first_line(const journal::EntryId& id) const;

 protected:
  // An entry as it lies in a table.
  struct Row {
    journal::Entry entry;
    std::int64_t seq;
    TrackId track;
    std::optional<std::int64_t> batch;  // the step whose import brought it in
  };

  // Keeps a reference to the store.
  Batch(const Store& store, TrackId track, const Intent& intent);

  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] TrackId track() const { return track_; }
  // The row that the SELECT finds for the id, and the one that the store held before.
  [[nodiscard]] std::optional<Row> row(const std::string& select, const journal::EntryId& id) const;
  [[nodiscard]] std::optional<Row> stored(const journal::EntryId& id) const;

  // When the store, as it was before, saw the entry removed.
  [[nodiscard]] std::optional<calendar::Instant> stored_removal(const journal::EntryId& id) const;

 private:
  [[nodiscard]] virtual std::optional<Row> find(const journal::EntryId& id) const = 0;
  // False when the id is known.
  [[nodiscard]] virtual bool add(const journal::Entry& entry) = 0;
  virtual void replace(const Row& old, const journal::Entry& entry) = 0;
  // Takes the entry's row away, if it has one, and notes the removal.
  virtual void bury(const journal::Removal& removal, const std::optional<Row>& row) = 0;
  // Forgets the removal of an entry that is about to be there again.
  virtual void exhume(const journal::EntryId& id) = 0;
  [[nodiscard]] virtual std::optional<calendar::Instant> find_removal(
      const journal::EntryId& id) const = 0;

  [[nodiscard]] bool met(const journal::EntryId& id, std::size_t line);
  [[nodiscard]] bool stays_removed(Incoming& incoming);
  [[nodiscard]] Put put_over(const Row& row, const Incoming& incoming, bool again);

  const Store& store_;
  TrackId track_;
  Intent intent_;
  bool expects_new_ = false;
  bool touched_ = false;
  bool any_removed_;  // whether any entry of the track is known to be removed: seldom
};

// A batch that is stored, as one step of the history. The store must be open for writing and see no
// other change.
//
// The step is held as a mark on the entries and removals, not as a changeset, which SQLite builds
// in memory. Those that were replaced are set aside until the step leaves the history.
class StoredBatch : public Batch {
 public:
  StoredBatch(const Store& store, TrackId track, Step step, const Intent& intent);

 private:
  [[nodiscard]] std::optional<Row> find(const journal::EntryId& id) const override;
  [[nodiscard]] bool add(const journal::Entry& entry) override;
  void replace(const Row& old, const journal::Entry& entry) override;
  void bury(const journal::Removal& removal, const std::optional<Row>& row) override;
  void exhume(const journal::EntryId& id) override;
  [[nodiscard]] std::optional<calendar::Instant> find_removal(
      const journal::EntryId& id) const override;
  void take_out(const Row& row);
  std::int64_t number();

  Step step_;
  std::optional<std::int64_t> number_{};  // the step's, once there is something to store
};

// Finds what a StoredBatch would, and stores nothing: the store may be open for reading.
class RehearsedBatch : public Batch {
 public:
  RehearsedBatch(const Store& store, TrackId track, const Intent& intent);

 private:
  [[nodiscard]] std::optional<Row> find(const journal::EntryId& id) const override;
  [[nodiscard]] bool add(const journal::Entry& entry) override;
  void replace(const Row& old, const journal::Entry& entry) override;
  void bury(const journal::Removal& removal, const std::optional<Row>& row) override;
  void exhume(const journal::EntryId& id) override;
  [[nodiscard]] std::optional<calendar::Instant> find_removal(
      const journal::EntryId& id) const override;
};

}  // namespace gradus::store
