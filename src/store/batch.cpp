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

// An entry as it lies in a table.
struct Known {
  Entry entry;
  std::int64_t seq;
  TrackId track;
};

std::optional<Known> find(const Store& store, std::string_view table, const EntryId& id) {
  Statement row(
      store, fmt::format("SELECT {}, seq, track FROM {} WHERE id = ?", entry_columns(), table), id);
  if (!row.next()) return std::nullopt;
  const int columns = row.columns();
  return Known{.entry = read_entry(row),
               .seq = row.get<std::int64_t>(columns - 2),
               .track = row.get<TrackId>(columns - 1)};
}

const std::string& all_columns() {
  static const std::string columns = fmt::format("seq, track, batch, {}", entry_columns());
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

Batch::Batch(const Store& store, TrackId track, std::optional<Step> step)
    : store_(store), track_(track), step_(std::move(step)) {
  store_.connection().execute(make_met);
  if (!step_) {
    store_.connection().execute(make_rehearsed);
  } else {
    store_.recording().pause();
  }
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

Put Batch::put(const Entry& entry, std::size_t line) {
  const bool again = met(entry.id, line);
  // Most files are all new or all known: the first change decides what is tried first.
  if (number_ && insert_entry(store_, track_, entry, {.batch = number_})) return Put::added;
  auto known = !step_ ? find(store_, "temp.rehearsed", entry.id) : std::nullopt;
  if (!known) known = find(store_, "main.entry", entry.id);
  if (!known) {
    insert(entry);
    return Put::added;
  }
  if (known->track != track_) return Put::elsewhere;
  if (known->entry == entry) return Put::unchanged;
  if (again) return Put::doubled;
  insert(entry, known->seq);
  return Put::changed;
}

// `seq`: of the entry that it takes the place of.
void Batch::insert(const Entry& entry, std::optional<std::int64_t> seq) {
  if (!step_) {
    (void)insert_entry(store_, track_, entry, {}, "temp.rehearsed");
    return;
  }
  if (!number_) number_ = add_step(store_, *step_, std::nullopt);
  if (seq) set_aside(store_, *number_, "seq = ?2", *seq);
  (void)insert_entry(store_, track_, entry, {.seq = seq, .batch = number_});
}

}  // namespace gradus::store
