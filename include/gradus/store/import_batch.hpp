#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::store {

enum class Put {
  added,
  changed,         // the id was known, with other content
  unchanged,       // already known
  older,           // the track's version was changed later: not stored
  tied,            // changed at the same time, with other content: not stored
  stayed_removed,  // removed since: not stored
  elsewhere,       // the id belongs to another track: not stored
  doubled,         // an earlier line gave the id other content: not stored
};

enum class Took {
  removed,    // the entry is gone
  noted,      // no such entry; its removal is remembered
  known,      // it had been removed before
  kept,       // the entry was changed later, so it stays
  elsewhere,  // the id belongs to another track
};

// An entry from a file, checked.
struct Incoming {
  journal::Entry entry;   // `changed` means nothing unless it is stamped
  std::size_t line;       // where it begins in the file
  bool stamped = false;   // the file says when it was changed
  bool holds_day = true;  // the file has all of its day, not just this
};

// How to import a file.
struct Intent {
  calendar::Instant now;    // the time of the import; entries without a stamp count as changed now
  bool bring_back = false;  // entries removed since come back, as if changed now
  // The file is the truth for the days it holds: the last byte of the ids that an import of its
  // format makes. nullopt: what the file no longer has stays.
  std::optional<std::uint8_t> whole_days{};
};

// What a file that is the truth for its days did to entries that earlier imports of its format
// made.
struct Cleared {
  std::size_t removed = 0;  // on days that it holds, and not in it
  std::size_t between =
      0;  // left alone: between its first and last day, on days that it doesn't hold
};

// The entries of one file on their way into a track, however many there are. What has been seen is
// kept in SQLite's temporary tables, never in memory. Of two versions of an entry, the one changed
// later wins, in whatever order they come; the same goes for an entry and its removal.
class ImportBatch {
 public:
  ImportBatch(const ImportBatch&) = delete;
  ImportBatch& operator=(const ImportBatch&) = delete;
  virtual ~ImportBatch() = default;

  // How often the id was counted, this time included; tells identical lines apart.
  [[nodiscard]] std::uint32_t count(const journal::EntryId& id);

  // The track's entry with that id, if there is one by now.
  [[nodiscard]] std::optional<journal::Entry> known(const journal::EntryId& id) const;

  // Whether the track may know entries by an id that an import derived (version 8): it has some, or
  // anything was removed.
  [[nodiscard]] bool may_know_derived() const;

  // The most attempts that a solution of the problem took (journal::title_key), in the store and in
  // the lines so far; 0 if there is none. A rehearsal may miss lines before the first call.
  [[nodiscard]] int most_attempts(const curriculum::TopicId& topic, std::string_view title);

  [[nodiscard]] Put put(Incoming incoming);
  // Removes the entry, and remembers the removal.
  [[nodiscard]] Took remove(const journal::Removal& removal);
  // When the entry was removed; nullopt if it was not, or is back.
  [[nodiscard]] std::optional<calendar::Instant> removed_at(const journal::EntryId& id) const;
  // The file holds the day, for entries of the type; put() says so of an entry's own,
  // where that `holds_day`.
  void hold(calendar::Date day, curriculum::EntryType type);
  // Once the whole file was put: removes what it should hold by `Intent::whole_days`, and doesn't.
  [[nodiscard]] Cleared clear_missing();
  // Makes a change to other tables than the entries' a part of the batch's step, once the whole
  // file was put. A rehearsal leaves it out. Not for a batch that touched nothing.
  virtual void also(const std::function<void()>& change) = 0;
  // How many added entries look like one that was there before under another id: a session of the
  // same start, or of the same length where neither has one, a problem or artefact of the same
  // title, on the same day.
  [[nodiscard]] std::size_t look_alikes() const { return look_alikes_; }
  // Whether anything was changed.
  [[nodiscard]] bool touched() const { return touched_; }
  // The first line that had the id.
  [[nodiscard]] std::size_t first_line(const journal::EntryId& id) const;

 protected:
  // An entry's row in a table.
  struct Row {
    journal::Entry entry;
    std::int64_t seq;
    TrackId track;
    std::optional<std::int64_t> batch;  // the step whose import brought it in
  };

  // Keeps a reference to the store.
  ImportBatch(const Store& store, TrackId track, const Intent& intent);

  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] TrackId track() const { return track_; }
  // The row that the SELECT finds for the id, and the one that the store held before.
  [[nodiscard]] std::optional<Row> row(const std::string& select, const journal::EntryId& id) const;
  [[nodiscard]] std::optional<Row> stored(const journal::EntryId& id) const;

  // When the entry was removed, according to the store as it was before.
  [[nodiscard]] std::optional<calendar::Instant> stored_removal(const journal::EntryId& id) const;

 private:
  [[nodiscard]] virtual std::optional<Row> find(const journal::EntryId& id) const = 0;
  // False when the id is known.
  [[nodiscard]] virtual bool add(const journal::Entry& entry) = 0;
  virtual void replace(const Row& old, const journal::Entry& entry) = 0;
  // Deletes the entry's row, if it has one, and records the removal.
  virtual void bury(const journal::Removal& removal, const std::optional<Row>& row) = 0;
  // Forgets the removal of an entry that is about to come back.
  virtual void exhume(const journal::EntryId& id) = 0;
  [[nodiscard]] virtual std::optional<calendar::Instant> find_removal(
      const journal::EntryId& id) const = 0;

  [[nodiscard]] bool met(const journal::EntryId& id, std::size_t line);
  [[nodiscard]] bool stays_removed(Incoming& incoming);
  [[nodiscard]] Put put_over(const Row& row, const Incoming& incoming, bool again);
  [[nodiscard]] bool add_new(const journal::Entry& entry);
  [[nodiscard]] bool looks_known(const journal::Entry& entry) const;
  void raise_attempts(const journal::Entry& entry);
  void forget_attempts(const journal::Entry& entry);

  const Store& store_;
  TrackId track_;
  Intent intent_;
  bool expects_new_ = false;
  bool touched_ = false;
  std::int64_t newest_before_;  // the store's newest row before the batch
  std::size_t look_alikes_ = 0;
  bool asked_attempts_ = false;  // whether any are kept
  bool any_removed_;             // whether the track has any removals: rarely
};

// A batch that is stored, as one step of the history. The store must be open for writing, and the
// batch its only change.
//
// The step is kept as a mark on the entries and removals, not as a changeset, which SQLite builds
// in memory. Replaced ones are set aside until the step leaves the history.
class StoredBatch : public ImportBatch {
 public:
  StoredBatch(const Store& store, TrackId track, Step step, const Intent& intent);
  void also(const std::function<void()>& change) override;

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

// Gives the results that a StoredBatch would, but stores nothing: a store opened for reading will
// do.
class RehearsedBatch : public ImportBatch {
 public:
  RehearsedBatch(const Store& store, TrackId track, const Intent& intent);
  void also(const std::function<void()>&) override {}

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
