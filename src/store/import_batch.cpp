#include "store/import_batch.hpp"

#include "gradus/journal/title_key.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/import_batch.hpp"

#include "store/change_recorder.hpp"
#include "store/entry_row.hpp"
#include "store/history.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::store {
namespace {

using journal::Entry;
using journal::EntryId;

// `met`: the ids in the file, the first line of each, and how often each was counted. `attempted`:
// the most attempts of each problem that was asked for, so that a title that fills a file is not
// looked through again for each of its lines. `rehearsed`: the entries of a rehearsal that the
// store does not have. `buried`: its removals; without a time where an entry came back. `held`: the
// days that a file holds, with the types of entries.
constexpr auto make_met =
    "CREATE TEMP TABLE met (id TEXT PRIMARY KEY, line INTEGER, times INTEGER NOT NULL DEFAULT 0) "
    "STRICT, WITHOUT ROWID;"
    "CREATE TEMP TABLE attempted (title_key TEXT, topic TEXT, most INTEGER NOT NULL, "
    "PRIMARY KEY (title_key, topic)) STRICT, WITHOUT ROWID;"
    "CREATE TEMP TABLE held (day TEXT, type TEXT, PRIMARY KEY (day, type)) STRICT, WITHOUT ROWID";
constexpr auto make_rehearsed =
    "CREATE TEMP TABLE rehearsed AS SELECT * FROM entry WHERE false;"
    "CREATE UNIQUE INDEX temp.rehearsed_by_id ON rehearsed (id);"
    "CREATE TEMP TABLE buried (id TEXT PRIMARY KEY, changed INTEGER) STRICT, WITHOUT ROWID";

std::string select_from(std::string_view table) {
  return fmt::format("SELECT {}, seq, track, batch FROM {} WHERE id = ?", entry_columns(), table);
}

// A table whose rows a batch marks with its step, and the table for the rows it replaced or, once
// it is undone, the rows it brought.
struct Marked {
  std::string_view table;
  std::string_view aside;
  std::string_view key;
  std::string columns;
};

const Marked& marked_entries() {
  static const Marked entries{
      "entry", "set_aside", "id",
      fmt::format("seq, track, batch, tally, title_key, {}", entry_columns())};
  return entries;
}

const Marked& marked_removals() {
  static const Marked removals{"removed", "removed_aside", "track, id",
                               "track, id, changed, batch"};
  return removals;
}

// `which` is a condition on the rows of the table, with ?1 for the step and ?2, ... for `more`.
template <class... More>
void set_aside(const Store& store, const Marked& marked, std::int64_t step, std::string_view which,
               const More&... more) {
  Statement(store,
            fmt::format("INSERT INTO {} (step, {}) SELECT ?1, {} FROM {} WHERE {}", marked.aside,
                        marked.columns, marked.columns, marked.table, which),
            step, more...)
      .run();
  Statement(store, fmt::format("DELETE FROM {} WHERE {}", marked.table, which), step, more...)
      .run();
}

// `which` is a condition on the step's rows that were set aside.
void put_back(const Store& store, const Marked& marked, std::int64_t step, std::string_view which) {
  Statement(store,
            fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM {2} WHERE step = ?1 AND {3}",
                        marked.table, marked.columns, marked.aside, which),
            step)
      .run();
  Statement(store, fmt::format("DELETE FROM {} WHERE step = ?1 AND {}", marked.aside, which), step)
      .run();
}

}  // namespace

void undo_batch(const Store& store, std::int64_t step) {
  store.recording().pause();
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    set_aside(store, *marked, step, "batch = ?1");
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    put_back(store, *marked, step, "batch IS NOT ?1");
}

// What the batch brought replaces whatever has its ids now, entry or removal.
void redo_batch(const Store& store, std::int64_t step) {
  store.recording().pause();
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    set_aside(store, *marked, step,
              fmt::format("({0}) IN (SELECT {0} FROM set_aside WHERE step = ?1 AND batch = ?1 "
                          "UNION ALL SELECT {0} FROM removed_aside WHERE step = ?1 AND batch = ?1)",
                          marked->key));
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    put_back(store, *marked, step, "batch IS ?1");
}

ImportBatch::ImportBatch(const Store& store, TrackId track, const Intent& intent)
    : store_(store), track_(track), intent_(intent) {
  store_.connection().execute(make_met);
  Statement removals(store_, "SELECT EXISTS (SELECT 1 FROM main.removed WHERE track = ?)", track_);
  any_removed_ = removals.next() && removals.get<bool>(0);
  Statement newest(store_, "SELECT coalesce(max(seq), 0) FROM main.entry");
  newest_before_ = newest.next() ? newest.get<std::int64_t>(0) : 0;
}

// No RETURNING here: SQLite makes a table in memory for it, each time.
std::uint32_t ImportBatch::count(const EntryId& id) {
  if (Statement(store_, "INSERT OR IGNORE INTO temp.met (id, times) VALUES (?, 1)", id).run() == 1)
    return 1;
  Statement(store_, "UPDATE temp.met SET times = times + 1 WHERE id = ?", id).run();
  Statement times(store_, "SELECT times FROM temp.met WHERE id = ?", id);
  times.next();
  return times.get<std::uint32_t>(0);
}

// Whether an earlier line of the file had the id.
bool ImportBatch::met(const EntryId& id, std::size_t line) {
  const auto number = static_cast<std::int64_t>(line);
  const auto is_first = [&](const char* sql) {
    return Statement(store_, sql, id, number).run() == 1;
  };
  return !is_first("UPDATE temp.met SET line = ?2 WHERE id = ?1 AND line IS NULL") &&
         !is_first("INSERT OR IGNORE INTO temp.met (id, line) VALUES (?1, ?2)");
}

std::size_t ImportBatch::first_line(const EntryId& id) const {
  Statement line(store_, "SELECT line FROM temp.met WHERE id = ?", id);
  return line.next() ? line.get<std::size_t>(0) : 0;
}

std::optional<Entry> ImportBatch::known(const EntryId& id) const {
  auto row = find(id);
  if (!row || row->track != track_) return std::nullopt;
  return std::move(row->entry);
}

std::optional<ImportBatch::Row> ImportBatch::row(const std::string& select,
                                                 const EntryId& id) const {
  Statement found(store_, select, id);
  if (!found.next()) return std::nullopt;
  const int columns = found.columns();
  return Row{.entry = read_entry(found),
             .seq = found.get<std::int64_t>(columns - 3),
             .track = found.get<TrackId>(columns - 2),
             .batch = found.get<std::optional<std::int64_t>>(columns - 1)};
}

std::optional<ImportBatch::Row> ImportBatch::stored(const EntryId& id) const {
  static const std::string select = select_from("main.entry");
  return row(select, id);
}

std::optional<calendar::Instant> ImportBatch::stored_removal(const EntryId& id) const {
  Statement found(store_, "SELECT changed FROM main.removed WHERE track = ? AND id = ?", track_,
                  id);
  if (!found.next()) return std::nullopt;
  return found.get<calendar::Instant>(0);
}

std::optional<calendar::Instant> ImportBatch::removed_at(const EntryId& id) const {
  return any_removed_ ? find_removal(id) : std::nullopt;
}

bool ImportBatch::may_know_derived() const {
  if (any_removed_) return true;
  Statement found(
      store_,
      "SELECT EXISTS (SELECT 1 FROM main.entry WHERE track = ? AND substr(id, 15, 1) = '8')",
      track_);
  return found.next() && found.get<bool>(0);
}

int ImportBatch::most_attempts(const curriculum::TopicId& topic, std::string_view title) {
  const auto key = journal::title_key(title);
  Statement known(store_, "SELECT most FROM temp.attempted WHERE title_key = ? AND topic = ?", key,
                  topic);
  if (known.next()) return known.get<int>(0);
  const auto solutions = solutions_of(store_, track_, topic, title);
  const int most = solutions ? solutions->attempts : 0;
  Statement(store_, "INSERT INTO temp.attempted (title_key, topic, most) VALUES (?, ?, ?)", key,
            topic, most)
      .run();
  asked_attempts_ = true;
  return most;
}

void ImportBatch::raise_attempts(const Entry& entry) {
  const auto* problem = std::get_if<journal::Problem>(&entry.what);
  if (problem == nullptr || !asked_attempts_) return;
  Statement(store_,
            "UPDATE temp.attempted SET most = max(most, ?) WHERE title_key = ? AND topic = ?",
            problem->attempts, journal::title_key(problem->title), problem->topic)
      .run();
}

// The next question looks them up.
void ImportBatch::forget_attempts(const Entry& entry) {
  const auto* problem = std::get_if<journal::Problem>(&entry.what);
  if (problem == nullptr || !asked_attempts_) return;
  Statement(store_, "DELETE FROM temp.attempted WHERE title_key = ? AND topic = ?",
            journal::title_key(problem->title), problem->topic)
      .run();
}

// Forgets the removal where it does not keep the entry out.
bool ImportBatch::stays_removed(Incoming& incoming) {
  const auto gone = removed_at(incoming.entry.id);
  if (!gone) return false;
  if (!incoming.stamped || incoming.entry.changed <= *gone) {
    if (!intent_.bring_back) return true;
    incoming.entry.changed = journal::changed_after(*gone, intent_.now);
  }
  exhume(incoming.entry.id);
  return false;
}

Put ImportBatch::put(Incoming incoming) {
  auto& entry = incoming.entry;
  if (!incoming.stamped) entry.changed = intent_.now;
  const bool again = met(entry.id, incoming.line);
  if (intent_.whole_days && incoming.holds_day) hold(entry.on, entry.type());
  if (stays_removed(incoming)) return Put::stayed_removed;
  // Most files are all new or all known: the first new entry decides what is tried first.
  if (expects_new_ && add_new(entry)) return Put::added;
  if (const auto row = find(entry.id)) return put_over(*row, incoming, again);
  expects_new_ = true;
  (void)add_new(entry);
  return Put::added;
}

bool ImportBatch::add_new(const Entry& entry) {
  if (!add(entry)) return false;
  touched_ = true;
  raise_attempts(entry);
  if (newest_before_ > 0 && looks_known(entry)) ++look_alikes_;
  return true;
}

// What the file has itself, on a line so far, is no look-alike.
bool ImportBatch::looks_known(const Entry& entry) const {
  constexpr std::string_view select =
      "SELECT EXISTS (SELECT 1 FROM main.entry WHERE track = ? AND on_day = ? AND seq <= ? AND "
      "type = ? AND NOT EXISTS (SELECT 1 FROM temp.met WHERE met.id = entry.id) AND {})";
  const auto found = [&](std::string_view like, const auto&... values) {
    Statement known(store_, fmt::format(select, like), track_, entry.on, newest_before_,
                    entry.type(), values...);
    return known.next() && known.get<bool>(0);
  };
  if (const auto* problem = std::get_if<journal::Problem>(&entry.what))
    return found("title_key = ?", journal::title_key(problem->title));
  if (const auto* artefact = std::get_if<journal::Artefact>(&entry.what))
    return found("title = ?", artefact->title);
  const auto* session = std::get_if<journal::Session>(&entry.what);
  if (session == nullptr) return false;
  if (entry.at) return found("at = ?", TimeOfEntry(entry).text());
  return found("at IS NULL AND minutes = ? AND kind = ?", session->minutes, session->kind);
}

void ImportBatch::hold(calendar::Date day, curriculum::EntryType type) {
  Statement(store_, "INSERT OR IGNORE INTO temp.held (day, type) VALUES (?, ?)", day, type).run();
}

// An id of version 8 is one that an import made.
Cleared ImportBatch::clear_missing() {
  if (!intent_.whole_days) return {};
  constexpr std::string_view brought =
      "track = ?1 AND substr(id, 15, 1) = '8' AND substr(id, 35) = ?2 AND "
      "NOT EXISTS (SELECT 1 FROM temp.met WHERE met.id = entry.id AND met.line IS NOT NULL)";
  constexpr std::string_view is_held =
      "EXISTS (SELECT 1 FROM temp.held WHERE held.day = entry.on_day AND held.type = entry.type)";
  const auto ending = fmt::format("{:02x}", *intent_.whole_days);
  std::vector<std::pair<EntryId, calendar::Instant>> missing;
  Cleared cleared;
  {
    Statement rows(
        store_, fmt::format("SELECT id, changed FROM main.entry WHERE {} AND {}", brought, is_held),
        track_, ending);
    while (rows.next()) missing.emplace_back(rows.get<EntryId>(0), rows.get<calendar::Instant>(1));
    Statement in_between(store_,
                         fmt::format("SELECT count(*) FROM main.entry WHERE {} AND NOT {} AND "
                                     "type IN (SELECT type FROM temp.held) AND on_day BETWEEN "
                                     "(SELECT min(day) FROM temp.held) AND "
                                     "(SELECT max(day) FROM temp.held)",
                                     brought, is_held),
                         track_, ending);
    if (in_between.next()) cleared.between = in_between.get<std::size_t>(0);
  }
  for (const auto& [id, changed] : missing)
    if (remove({id, journal::changed_after(changed, intent_.now)}) == Took::removed)
      ++cleared.removed;
  return cleared;
}

// Puts the entry over the row that has its id.
Put ImportBatch::put_over(const Row& row, const Incoming& incoming, bool again) {
  auto entry = incoming.entry;
  const auto stored = row.entry.changed;
  if (row.track != track_) return Put::elsewhere;
  const bool later = incoming.stamped && entry.changed > stored;
  const bool same = journal::same_content(row.entry, entry);
  if (same && !later) return Put::unchanged;
  if (again && (!incoming.stamped || entry.changed == stored)) return Put::doubled;
  if (incoming.stamped && entry.changed < stored) return Put::older;
  if (incoming.stamped && entry.changed == stored) return Put::tied;
  if (!incoming.stamped) entry.changed = journal::changed_after(stored, intent_.now);
  touched_ = true;
  replace(row, entry);
  forget_attempts(row.entry);
  forget_attempts(entry);
  return same ? Put::unchanged : Put::changed;
}

Took ImportBatch::remove(const journal::Removal& removal) {
  const auto row = find(removal.id);
  if (row && row->track != track_) return Took::elsewhere;
  if (row && row->entry.changed > removal.changed) return Took::kept;
  if (const auto known = removed_at(removal.id); known && *known >= removal.changed)
    return Took::known;
  bury(removal, row);
  if (row) forget_attempts(row->entry);
  any_removed_ = true;
  touched_ = true;
  return row ? Took::removed : Took::noted;
}

StoredBatch::StoredBatch(const Store& store, TrackId track, Step step, const Intent& intent)
    : ImportBatch(store, track, intent), step_(std::move(step)) {
  store.recording().pause();
}

std::optional<ImportBatch::Row> StoredBatch::find(const EntryId& id) const {
  return stored(id);
}

bool StoredBatch::add(const Entry& entry) {
  return insert_entry(store(), track(), entry, {.batch = number()});
}

// A row from an earlier line of the file is not kept: it was not there before the batch.
void StoredBatch::take_out(const Row& row) {
  if (row.batch == number())
    Statement(store(), "DELETE FROM entry WHERE seq = ?", row.seq).run();
  else
    set_aside(store(), marked_entries(), number(), "seq = ?2", row.seq);
}

void StoredBatch::replace(const Row& old, const Entry& entry) {
  take_out(old);
  (void)insert_entry(store(), track(), entry, {.seq = old.seq, .batch = number()});
}

std::optional<calendar::Instant> StoredBatch::find_removal(const EntryId& id) const {
  return stored_removal(id);
}

void StoredBatch::bury(const journal::Removal& removal, const std::optional<Row>& row) {
  if (row) take_out(*row);
  exhume(removal.id);
  Statement(store(), "INSERT INTO removed (track, id, changed, batch) VALUES (?, ?, ?, ?)", track(),
            removal.id, removal.changed, number())
      .run();
}

void StoredBatch::exhume(const EntryId& id) {
  Statement(store(), "DELETE FROM removed WHERE track = ? AND id = ? AND batch = ?", track(), id,
            number())
      .run();
  set_aside(store(), marked_removals(), number(), "track = ?2 AND id = ?3", track(), id);
}

std::int64_t StoredBatch::number() {
  if (!number_) number_ = add_step(store(), step_, std::nullopt);
  return *number_;
}

RehearsedBatch::RehearsedBatch(const Store& store, TrackId track, const Intent& intent)
    : ImportBatch(store, track, intent) {
  store.connection().execute(make_rehearsed);
}

std::optional<ImportBatch::Row> RehearsedBatch::find(const EntryId& id) const {
  static const std::string select = select_from("temp.rehearsed");
  if (auto rehearsed = row(select, id)) return rehearsed;
  if (removed_at(id)) return std::nullopt;
  return stored(id);
}

bool RehearsedBatch::add(const Entry& entry) {
  const bool known = !removed_at(entry.id) && stored(entry.id);
  return !known && insert_entry(store(), track(), entry, {}, "temp.rehearsed");
}

void RehearsedBatch::replace(const Row&, const Entry& entry) {
  Statement(store(), "DELETE FROM temp.rehearsed WHERE id = ?", entry.id).run();
  (void)insert_entry(store(), track(), entry, {}, "temp.rehearsed");
}

std::optional<calendar::Instant> RehearsedBatch::find_removal(const EntryId& id) const {
  Statement found(store(), "SELECT changed FROM temp.buried WHERE id = ?", id);
  return found.next() ? found.get<std::optional<calendar::Instant>>(0) : stored_removal(id);
}

void RehearsedBatch::bury(const journal::Removal& removal, const std::optional<Row>&) {
  Statement(store(), "DELETE FROM temp.rehearsed WHERE id = ?", removal.id).run();
  Statement(store(), "INSERT OR REPLACE INTO temp.buried (id, changed) VALUES (?, ?)", removal.id,
            removal.changed)
      .run();
}

void RehearsedBatch::exhume(const EntryId& id) {
  Statement(store(), "INSERT OR REPLACE INTO temp.buried (id, changed) VALUES (?, NULL)", id).run();
}

}  // namespace gradus::store
