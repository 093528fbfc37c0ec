#include "gradus/store/import_batch.hpp"

#include "gradus/journal/title_key.hpp"
#include "gradus/store/entries.hpp"

#include "store/entry_row.hpp"
#include "store/import_batch.hpp"
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
// looked through again for each of its lines. `held`: the days that a file holds, with the types of
// entries.
constexpr auto make_met =
    "CREATE TEMP TABLE met (id TEXT PRIMARY KEY, line INTEGER, times INTEGER NOT NULL DEFAULT 0) "
    "STRICT, WITHOUT ROWID;"
    "CREATE TEMP TABLE attempted (title_key TEXT, topic TEXT, most INTEGER NOT NULL, "
    "PRIMARY KEY (title_key, topic)) STRICT, WITHOUT ROWID;"
    "CREATE TEMP TABLE held (day TEXT, type TEXT, PRIMARY KEY (day, type)) STRICT, WITHOUT ROWID";

}  // namespace

std::string select_from(std::string_view table) {
  return fmt::format("SELECT {}, seq, track, batch FROM {} WHERE id = ?", entry_columns(), table);
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

}  // namespace gradus::store
