#include "gradus/store/entries.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/journal/mentions.hpp"

#include "store/entry_row.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <type_traits>
#include <utility>
#include <variant>

namespace gradus::store {
namespace {

using journal::Entry;

constexpr std::size_t least_prefix = 4;
constexpr std::size_t named_candidates = 5;
constexpr auto lists_entries = "`gradus entries` lists them with their ids";

// Ids are hexadecimal digits and dashes: an id that begins with the prefix sorts before this.
std::string end_of(const std::string& prefix) {
  return prefix + 'g';
}

NotFound ambiguous(const Store& store, const std::string& prefix,
                   const std::vector<Entry>& candidates) {
  std::string named;
  for (const auto& entry : candidates) {
    named += fmt::format("{}{} ({} on {})", named.empty() ? "" : ", ", short_id(store, entry.id),
                         curriculum::name(entry.type()), entry.on.iso());
  }
  return NotFound(fmt::format("more than one entry begins with \"{}\": {}", prefix, named),
                  "type more of the id");
}

std::size_t shared_prefix(const std::string& a, const std::string& b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::vector<Entry> rows(Statement& statement) {
  std::vector<Entry> entries;
  while (statement.next()) entries.push_back(read_entry(statement));
  return entries;
}

Entry last_recorded(const Store& store, TrackId track) {
  // + keeps the rows in the order of recording.
  Statement statement(store,
                      fmt::format("SELECT {} FROM entry WHERE +track = ? ORDER BY seq DESC LIMIT 1",
                                  entry_columns()),
                      track);
  if (!statement.next())
    throw NotFound("there is no last entry: none is recorded yet", "such as gradus log 50m read");
  return read_entry(statement);
}

Statement oldest_first(const Store& store, TrackId track) {
  return Statement(
      store,
      fmt::format("SELECT {} FROM entry WHERE track = ? ORDER BY on_day, at, seq", entry_columns()),
      track);
}

// Whether finding the entries of the type by their groups, and sorting them, beats looking at day
// after day until there are enough.
bool goes_by_groups(const Store& store, TrackId track, const EntryFilter& filter) {
  constexpr std::int64_t most_sorted = 10'000;
  if (!filter.type) return false;
  Statement count(store,
                  "SELECT ifnull(sum(entries), 0), (SELECT max(seq) FROM entry) FROM tally "
                  "WHERE track = ? AND type = ?",
                  track, *filter.type);
  if (!count.next()) return false;
  const auto of_type = count.get<std::int64_t>(0);
  if (of_type == 0 || of_type > most_sorted) return of_type == 0;
  const auto wanted = static_cast<std::int64_t>(
      std::min(filter.limit.value_or(most_sorted), static_cast<std::size_t>(of_type)));
  return of_type <= count.get<std::int64_t>(1) / of_type * wanted;
}
constexpr auto of_its_groups =
    " AND tally IN (SELECT id FROM tally WHERE tally.track = ?1 AND tally.type = ?)";

// The newest entry of each group of a track (?1) and type (?2).
constexpr auto newest_of_groups =
    "SELECT (SELECT seq FROM entry WHERE entry.tally = tally.id "
    "ORDER BY on_day DESC, at DESC, seq DESC LIMIT 1) FROM tally "
    "WHERE track = ?1 AND type = ?2 AND entries > 0";

}  // namespace

void add_entry(Store& store, TrackId track, const Entry& entry) {
  if (insert_entry(store, track, entry)) return;
  throw Error(
      fmt::format("the store already holds an entry {}; nothing was changed", entry.id.text()),
      "type the command again: it will use another id");
}

std::vector<Entry> entries(const Store& store, TrackId track, const EntryFilter& filter) {
  // Each condition, and what binds its value. + keeps SQLite from the index of that column: most
  // filters are answered fastest in the order of the days, a rare type by its groups.
  const bool by_groups = goes_by_groups(store, track, filter);
  std::string sql = fmt::format("SELECT {} FROM entry WHERE {} = ?1", entry_columns(),
                                by_groups ? "+track" : "track");
  if (filter.type) sql += by_groups ? of_its_groups : " AND +type = ?";
  for (std::size_t i = 0; i < filter.without.size(); ++i) sql += " AND +type <> ?";
  if (filter.topic) sql += " AND +topic = ?";
  if (filter.tier) sql += " AND +tier = ?";
  if (filter.week) sql += " AND +week = ?";
  if (filter.kind) sql += " AND +kind = ?";
  if (filter.from) sql += " AND on_day >= ?";
  if (filter.to) sql += " AND on_day <= ?";
  if (filter.noted) sql += " AND note <> ''";
  sql += " ORDER BY on_day DESC, at DESC, seq DESC";

  Statement statement(store, sql, track);
  const auto bind = [&statement](const auto& value) {
    if (value) statement.bind(*value);
  };
  bind(filter.type);
  for (const auto type : filter.without) statement.bind(type);
  bind(filter.topic);
  bind(filter.tier);
  bind(filter.week);
  bind(filter.kind);
  bind(filter.from);
  bind(filter.to);
  std::vector<Entry> found;
  const auto most = filter.limit.value_or(std::numeric_limits<std::size_t>::max());
  while (found.size() < most && statement.next()) {
    auto entry = read_entry(statement);
    if (!filter.text || journal::mentions(entry, *filter.text)) found.push_back(std::move(entry));
  }
  return found;
}

void each_entry(const Store& store, TrackId track, const std::function<void(const Entry&)>& visit) {
  auto statement = oldest_first(store, track);
  while (statement.next()) visit(read_entry(statement));
}

void each_entry(const Store& store, TrackId track, calendar::Date from, calendar::Date to,
                const std::function<void(const Entry&)>& visit) {
  Statement statement(store,
                      fmt::format("SELECT {} FROM entry WHERE track = ? AND on_day >= ? "
                                  "AND on_day <= ? ORDER BY on_day, at, seq",
                                  entry_columns()),
                      track, from, to);
  while (statement.next()) visit(read_entry(statement));
}

void each_entry(const Store& store, TrackId track, const std::function<void(const Entry&)>& visit,
                const std::function<void(const std::string&, const std::string&)>& refused) {
  auto statement = oldest_first(store, track);
  while (statement.next()) {
    std::optional<Entry> entry;
    try {
      entry = read_entry(statement);
    } catch (const Error& failure) {
      refused(statement.get<std::string>(0), failure.what());
    }
    if (entry) visit(*entry);
  }
}

Entry find_entry(const Store& store, TrackId track, const std::string& prefix) {
  if (prefix.size() < least_prefix) {
    throw NotFound(fmt::format("\"{}\" is too short for an id", prefix),
                   fmt::format("type at least its first {} characters", least_prefix));
  }
  const std::string low = lower(prefix);
  if (low == "last") return last_recorded(store, track);
  Statement statement(
      store,
      fmt::format(
          "SELECT {} FROM entry WHERE id >= ? AND id < ? AND +track = ? ORDER BY id LIMIT ?",
          entry_columns()),
      low, end_of(low), track, std::int64_t{named_candidates});
  auto found = rows(statement);
  if (found.empty()) {
    throw NotFound(fmt::format("no entry begins with \"{}\"", prefix), lists_entries);
  }
  if (found.size() > 1) throw ambiguous(store, prefix, found);
  return std::move(found.front());
}

bool was_removed(const Store& store, TrackId track, const std::string& prefix) {
  const std::string low = lower(prefix);
  Statement found(store, "SELECT 1 FROM removed WHERE track = ? AND id >= ? AND id < ? LIMIT 1",
                  track, low, end_of(low));
  return prefix.size() >= least_prefix && found.next();
}

void remove_entry(Store& store, TrackId track, const journal::Removal& removal) {
  const auto& id = removal.id;
  if (Statement(store, "DELETE FROM entry WHERE id = ? AND track = ?", id, track).run() == 0)
    throw NotFound(fmt::format("there is no entry {}", id.text()), lists_entries);
  Statement(store, "DELETE FROM verification WHERE entry = ?", id).run();
  Statement(store, "INSERT OR REPLACE INTO removed (track, id, changed) VALUES (?, ?, ?)", track,
            id, removal.changed)
      .run();
}

void each_removal(const Store& store, TrackId track,
                  const std::function<void(const journal::Removal&)>& visit) {
  Statement rows(store, "SELECT id, changed FROM removed WHERE track = ? ORDER BY id", track);
  while (rows.next()) visit({rows.get<journal::EntryId>(0), rows.get<calendar::Instant>(1)});
}

std::size_t removed_and_there(const Store& store, TrackId track) {
  Statement count(store,
                  "SELECT count(*) FROM removed JOIN entry ON entry.id = removed.id "
                  "AND entry.track = removed.track WHERE removed.track = ?",
                  track);
  return count.next() ? count.get<std::size_t>(0) : 0;
}

void replace_entry(Store& store, TrackId track, const Entry& entry) {
  RowMarks marks;
  {
    Statement found(store, "SELECT seq, batch FROM entry WHERE id = ?", entry.id);
    if (!found.next())
      throw NotFound(fmt::format("there is no entry {}", entry.id.text()), lists_entries);
    marks = {found.get<std::int64_t>(0), found.get<std::optional<std::int64_t>>(1)};
  }
  Statement(store, "DELETE FROM entry WHERE id = ?", entry.id).run();
  (void)insert_entry(store, track, entry, marks);
}

std::string short_id(const Store& store, const journal::EntryId& id) {
  Statement neighbours(store,
                       "SELECT max(id) FROM entry WHERE id < ?1 "
                       "UNION ALL SELECT min(id) FROM entry WHERE id > ?1",
                       id);
  std::size_t length = least_prefix;
  while (neighbours.next()) {
    const auto other = neighbours.get<std::optional<std::string>>(0);
    if (other) length = std::max(length, shared_prefix(id.text(), *other) + 1);
  }
  return id.text().substr(0, length);
}

journal::MinutesByKind minutes_by_kind(const Store& store, TrackId track,
                                       std::optional<calendar::Date> since) {
  // Those of no week are apart.
  Statement sums(store,
                 since ? "SELECT kind, sum(minutes) FROM ("
                         "SELECT kind, minutes FROM study_total WHERE track = ?1 AND on_day >= ?2 "
                         "UNION ALL SELECT kind, minutes FROM study_day WHERE track = ?1 "
                         "AND week = '' AND on_day >= ?2) WHERE minutes > 0 GROUP BY kind"
                       : "SELECT kind, sum(minutes) FROM tally WHERE track = ? "
                         "AND type = 'session' AND minutes > 0 GROUP BY kind",
                 track);
  if (since) sums.bind(*since);
  journal::MinutesByKind minutes;
  while (sums.next()) {
    minutes.emplace(sums.get<journal::SessionKind>(0), sums.get<journal::Minutes>(1));
  }
  return minutes;
}

curriculum::Usd spent(const Store& store, TrackId track) {
  Statement sum(store, "SELECT ifnull(sum(usd), 0) FROM tally WHERE track = ? AND type = ?", track,
                curriculum::EntryType::expense);
  return sum.next() ? curriculum::Usd{sum.get<std::int64_t>(0)} : curriculum::Usd{0};
}

NamedIds named_ids(const Store& store, TrackId track) {
  NamedIds named;
  const auto each = [&](const std::string& column, auto& ids) {
    using Ids = std::remove_reference_t<decltype(ids)>;
    Statement rows(store,
                   fmt::format("SELECT DISTINCT {0} FROM entry WHERE track = ? "
                               "AND {0} IS NOT NULL",
                               column),
                   track);
    while (rows.next()) ids.insert(rows.get<typename Ids::value_type>(0));
  };
  each("tier", named.tiers);
  each("week", named.weeks);
  each("topic", named.topics);
  each("artefact", named.artefacts);
  Statement signatures(store,
                       "SELECT DISTINCT tier, criterion FROM entry WHERE track = ? AND type = ?",
                       track, curriculum::EntryType::attestation);
  while (signatures.next()) {
    named.criteria.emplace(signatures.get<std::optional<curriculum::TierId>>(0),
                           signatures.get<curriculum::CriterionId>(1));
  }
  return named;
}

curriculum::WeekMinutes minutes_on(const Store& store, TrackId track, calendar::Date day) {
  Statement sums(store,
                 "SELECT kind, sum(minutes) FROM entry "
                 "WHERE track = ? AND on_day = ? AND +type = ? GROUP BY kind",
                 track, day, curriculum::EntryType::session);
  curriculum::WeekMinutes minutes;
  while (sums.next()) {
    minutes.of(journal::fills(sums.get<journal::SessionKind>(0))) += sums.get<journal::Minutes>(1);
  }
  return minutes;
}

OddSessions odd_sessions(const Store& store, TrackId track, calendar::Date from,
                         calendar::Date to) {
  OddSessions odd;
  // In minutes of UTC since 1970.
  Statement overlaps(
      store,
      "SELECT count(*), min(on_day) FROM (SELECT on_day, start, max(start + minutes) OVER "
      "(ORDER BY start, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until "
      "FROM (SELECT seq, on_day, minutes, CAST(strftime('%s', on_day) AS INTEGER) / 60 + "
      "CAST(substr(at, 1, 2) AS INTEGER) * 60 + CAST(substr(at, 4) AS INTEGER) - utc_offset "
      "AS start FROM entry WHERE track = ? AND on_day BETWEEN ? AND ? AND +type = ? "
      "AND at IS NOT NULL)) WHERE start < busy_until",
      track, from, to, curriculum::EntryType::session);
  if (overlaps.next()) {
    odd.overlaps = overlaps.get<std::size_t>(0);
    odd.first_overlap = overlaps.get<std::optional<calendar::Date>>(1);
  }
  Statement days(store,
                 "SELECT count(*), min(on_day) FROM (SELECT on_day FROM entry WHERE track = ? AND "
                 "on_day BETWEEN ? AND ? AND +type = ? GROUP BY on_day HAVING sum(minutes) > ?)",
                 track, from, to, curriculum::EntryType::session, journal::max_session);
  if (days.next()) {
    odd.long_days = days.get<std::size_t>(0);
    odd.first_long_day = days.get<std::optional<calendar::Date>>(1);
  }
  return odd;
}

std::vector<Entry> signatures(const Store& store, TrackId track) {
  Statement statement(store,
                      fmt::format("SELECT {} FROM entry WHERE seq IN ({}) "
                                  "ORDER BY on_day DESC, at DESC, seq DESC",
                                  entry_columns(), newest_of_groups),
                      track, curriculum::EntryType::attestation);
  return rows(statement);
}

std::set<curriculum::ArtefactId> delivered_before(const Store& store, TrackId track,
                                                  calendar::Date day) {
  Statement found(store,
                  "SELECT DISTINCT artefact FROM tally WHERE track = ? AND type = ? "
                  "AND artefact IS NOT NULL AND EXISTS "
                  "(SELECT 1 FROM entry WHERE entry.tally = tally.id AND on_day < ?)",
                  track, curriculum::EntryType::artefact, day);
  std::set<curriculum::ArtefactId> artefacts;
  while (found.next()) artefacts.insert(found.get<curriculum::ArtefactId>(0));
  return artefacts;
}

std::vector<Entry> delivered(const Store& store, TrackId track) {
  // The newest of each group that the curriculum asks for, and all others.
  Statement statement(store,
                      fmt::format("SELECT {} FROM entry WHERE seq IN ("
                                  "{} AND artefact IS NOT NULL "
                                  "UNION ALL SELECT seq FROM entry WHERE tally IN (SELECT id "
                                  "FROM tally WHERE track = ?1 AND type = ?2 AND artefact IS NULL)"
                                  ") ORDER BY on_day, at, seq",
                                  entry_columns(), newest_of_groups),
                      track, curriculum::EntryType::artefact);
  auto all = rows(statement);
  std::set<curriculum::ArtefactId> newer;
  std::vector<Entry> newest;
  for (auto entry = all.rbegin(); entry != all.rend(); ++entry) {
    const auto& id = std::get<journal::Artefact>(entry->what).artefact;
    if (!id || newer.insert(*id).second) newest.push_back(std::move(*entry));
  }
  std::ranges::reverse(newest);
  return newest;
}

}  // namespace gradus::store
