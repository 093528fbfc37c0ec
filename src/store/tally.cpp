#include "store/tally.hpp"

#include "gradus/journal/field_value.hpp"

#include "store/statement.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>

namespace gradus::store {
namespace {

namespace field = curriculum::field;

// What built-in criteria ask for, and anything else with few values: ids of the curriculum, words
// of a list, flags. The order is that of the index.
constexpr std::array<std::string_view, 15> traits{
    field::tier,      field::topic,        field::difficulty, field::help_used, field::attempts,
    field::week,      field::session_kind, field::artefact,   field::verified,  field::criterion,
    field::placement, field::timed,        field::pipeline,   field::ok,        field::passed};

// The pattern for each trait, with its name for {0}, joined by the separator.
std::string of_traits(std::string_view pattern, std::string_view separator) {
  std::string text;
  for (const auto trait : traits) {
    if (!text.empty()) text += separator;
    text += fmt::format(fmt::runtime(pattern), trait);
  }
  return text;
}

// SQL for "the tally's row is the entry's group".
std::string is_group_of_entry() {
  return fmt::format("tally.track = entry.track AND tally.type = entry.type AND {}",
                     of_traits("tally.{0} IS entry.{0}", " AND "));
}

void bind_traits(Statement& statement, const journal::Entry& entry) {
  for (const auto trait : traits) statement.bind(journal::field_value(entry, trait));
}

}  // namespace

bool is_trait(std::string_view field) {
  return std::ranges::find(traits, field) != traits.end();
}

std::int64_t group_of(const Store& store, TrackId track, const journal::Entry& entry) {
  static const auto find = fmt::format("SELECT id FROM tally WHERE track = ? AND type = ? AND {}",
                                       of_traits("{0} IS ?", " AND "));
  Statement found(store, find, track, entry.type());
  bind_traits(found, entry);
  if (found.next()) return found.get<std::int64_t>(0);

  static const auto add =
      fmt::format("INSERT INTO tally (track, type, {}) VALUES (?, ?, {}) RETURNING id",
                  of_traits("{0}", ", "), of_traits("?", ", "));
  Statement added(store, add, track, entry.type());
  bind_traits(added, entry);
  added.next();
  return added.get<std::int64_t>(0);
}

bool tally_agrees(Connection& connection) {
  const auto differs = fmt::format(
      "SELECT EXISTS (SELECT 1 FROM entry LEFT JOIN tally ON tally.id = entry.tally "
      "WHERE ({}) IS NOT TRUE) OR EXISTS (SELECT 1 FROM tally LEFT JOIN "
      "(SELECT tally, count(*) AS entries, total(minutes) AS minutes, total(usd) AS usd FROM entry "
      "GROUP BY tally) AS found ON found.tally = tally.id "
      "WHERE tally.entries <> ifnull(found.entries, 0) "
      "OR tally.minutes <> ifnull(found.minutes, 0) OR tally.usd <> ifnull(found.usd, 0))",
      is_group_of_entry());
  return connection.pragma(differs.c_str()) == 0;
}

void recount_tally(Connection& connection) {
  const auto names = of_traits("{0}", ", ");
  connection.execute(
      fmt::format(
          "INSERT INTO tally (track, type, {0}) SELECT DISTINCT track, type, {0} "
          "FROM entry WHERE NOT EXISTS (SELECT 1 FROM tally WHERE {1});"
          "UPDATE entry SET tally = (SELECT id FROM tally WHERE {1});"
          "UPDATE tally SET entries = found.entries, minutes = found.minutes, "
          "usd = found.usd FROM (SELECT tally.id, count(entry.tally) AS entries, "
          "ifnull(sum(entry.minutes), 0) AS minutes, ifnull(sum(entry.usd), 0) AS usd "
          "FROM tally LEFT JOIN entry ON entry.tally = tally.id GROUP BY tally.id) AS found "
          "WHERE found.id = tally.id",
          names, is_group_of_entry())
          .c_str());
}

}  // namespace gradus::store
