#include "store/batch.hpp"

#include "gradus/store/batch.hpp"

#include "store/columns.hpp"
#include "store/history.hpp"
#include "store/recording.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace gradus::store {
namespace {

using journal::Entry;
using journal::EntryId;

// `met`: the ids that the file gave, the line that first did, and how often each was
// counted. `rehearsed`: the entries of a rehearsal that the store does not hold.
constexpr auto make_met =
    "CREATE TEMP TABLE met (id TEXT PRIMARY KEY, line INTEGER, times INTEGER NOT NULL DEFAULT 0) "
    "STRICT, WITHOUT ROWID";
constexpr auto make_rehearsed =
    "CREATE TEMP TABLE rehearsed AS SELECT * FROM entry WHERE false;"
    "CREATE UNIQUE INDEX temp.rehearsed_by_id ON rehearsed (id)";

std::string select_from(std::string_view table) {
  return fmt::format("SELECT {}, seq, track FROM {} WHERE id = ?", entry_columns(), table);
}

const std::string& all_columns() {
  static const std::string columns = fmt::format("seq, track, batch, tally, {}", entry_columns());
  return columns;
}

// `which` is a condition on the rows of `entry`, with ?1 for the step and ?2, ... for `more`.
template <class... More>
void set_aside(const Store& store, std::int64_t step, std::string_view which, More... more) {
  Statement(store,
            fmt::format("INSERT INTO set_aside (step, {0}) SELECT ?1, {0} FROM entry WHERE {1}",
                        all_columns(), which),
            step, more...)
      .run();
  Statement(store, fmt::format("DELETE FROM entry WHERE {}", which), step, more...).run();
}

// `which` is a condition on the step's rows of `set_aside`.
void put_back(const Store& store, std::int64_t step, std::string_view which) {
  Statement(store,
            fmt::format("INSERT INTO entry ({0}) SELECT {0} FROM set_aside WHERE step = ?1 AND {1}",
                        all_columns(), which),
            step)
      .run();
  Statement(store, fmt::format("DELETE FROM set_aside WHERE step = ?1 AND {}", which), step).run();
}

}  // namespace

void undo_batch(const Store& store, std::int64_t step) {
  store.recording().pause();
  set_aside(store, step, "batch = ?1");
  put_back(store, step, "batch IS NOT ?1");
}

void redo_batch(const Store& store, std::int64_t step) {
  store.recording().pause();
  set_aside(store, step, "id IN (SELECT id FROM set_aside WHERE step = ?1)");
  put_back(store, step, "batch IS ?1");
}

Batch::Batch(const Store& store, TrackId track) : store_(store), track_(track) {
  store_.connection().execute(make_met);
}

// No RETURNING here: for it SQLite makes a table in memory, each time.
std::uint32_t Batch::count(const EntryId& id) {
  if (Statement(store_, "INSERT OR IGNORE INTO temp.met (id, times) VALUES (?, 1)", id).run() == 1)
    return 1;
  Statement(store_, "UPDATE temp.met SET times = times + 1 WHERE id = ?", id).run();
  Statement times(store_, "SELECT times FROM temp.met WHERE id = ?", id);
  times.next();
  return times.get<std::uint32_t>(0);
}

// Whether the file gave the id before.
bool Batch::met(const EntryId& id, std::size_t line) {
  const auto number = static_cast<std::int64_t>(line);
  const auto is_first = [&](const char* sql) {
    return Statement(store_, sql, id, number).run() == 1;
  };
  return !is_first("UPDATE temp.met SET line = ?2 WHERE id = ?1 AND line IS NULL") &&
         !is_first("INSERT OR IGNORE INTO temp.met (id, line) VALUES (?1, ?2)");
}

std::size_t Batch::first_line(const EntryId& id) const {
  Statement line(store_, "SELECT line FROM temp.met WHERE id = ?", id);
  return line.next() ? line.get<std::size_t>(0) : 0;
}

std::optional<Entry> Batch::known(const EntryId& id) const {
  auto row = find(id);
  if (!row || row->track != track_) return std::nullopt;
  return std::move(row->entry);
}

std::optional<Batch::Row> Batch::row(const std::string& select, const EntryId& id) const {
  Statement found(store_, select, id);
  if (!found.next()) return std::nullopt;
  const int columns = found.columns();
  return Row{.entry = read_entry(found),
             .seq = found.get<std::int64_t>(columns - 2),
             .track = found.get<TrackId>(columns - 1)};
}

std::optional<Batch::Row> Batch::stored(const EntryId& id) const {
  static const std::string select = select_from("main.entry");
  return row(select, id);
}

Put Batch::put(const Entry& entry, std::size_t line) {
  const bool again = met(entry.id, line);
  // Most files are all new or all known: the first new entry decides what is tried first.
  if (expects_new_ && add(entry)) return Put::added;
  const auto row = find(entry.id);
  if (!row) {
    expects_new_ = true;
    (void)add(entry);
    return Put::added;
  }
  if (row->track != track_) return Put::elsewhere;
  if (row->entry == entry) return Put::unchanged;
  if (again) return Put::doubled;
  replace(*row, entry);
  return Put::changed;
}

StoredBatch::StoredBatch(const Store& store, TrackId track, Step step)
    : Batch(store, track), step_(std::move(step)) {
  store.recording().pause();
}

std::optional<Batch::Row> StoredBatch::find(const EntryId& id) const {
  return stored(id);
}

bool StoredBatch::add(const Entry& entry) {
  return insert_entry(store(), track(), entry, {.batch = number()});
}

void StoredBatch::replace(const Row& old, const Entry& entry) {
  set_aside(store(), number(), "seq = ?2", old.seq);
  (void)insert_entry(store(), track(), entry, {.seq = old.seq, .batch = number()});
}

std::int64_t StoredBatch::number() {
  if (!number_) number_ = add_step(store(), step_, std::nullopt);
  return *number_;
}

RehearsedBatch::RehearsedBatch(const Store& store, TrackId track) : Batch(store, track) {
  store.connection().execute(make_rehearsed);
}

std::optional<Batch::Row> RehearsedBatch::find(const EntryId& id) const {
  static const std::string select = select_from("temp.rehearsed");
  auto rehearsed = row(select, id);
  return rehearsed ? rehearsed : stored(id);
}

bool RehearsedBatch::add(const Entry& entry) {
  return !stored(entry.id) && insert_entry(store(), track(), entry, {}, "temp.rehearsed");
}

void RehearsedBatch::replace(const Row&, const Entry& entry) {
  (void)insert_entry(store(), track(), entry, {}, "temp.rehearsed");
}

}  // namespace gradus::store
