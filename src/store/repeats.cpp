#include "store/repeats.hpp"

#include "gradus/journal/title_key.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <string>
#include <string_view>

namespace gradus::store {
namespace {

void title_key_of(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(*arguments));
  if (text == nullptr) return sqlite3_result_null(context);
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(*arguments));
  const auto key = journal::title_key(std::string_view(text, size));
  sqlite3_result_text(context, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
}

constexpr auto solved_again =
    "SELECT track, topic, title_key FROM entry WHERE title_key IS NOT NULL "
    "GROUP BY track, topic, title_key HAVING count(*) > 1";

}  // namespace

void add_title_key(SQLite::Database& database) {
  database.createFunction("title_key", 1, true, nullptr, title_key_of);
}

void key_titles(Connection& connection) {
  connection.execute(
      "UPDATE entry SET title_key = title_key(title) WHERE type = 'problem' AND title_key IS NULL");
}

// SQLite runs a CROSS JOIN in the order in which it is written.
Sql repeated(TrackId track, const Matches& matches) {
  Sql sql{fmt::format("FROM repeated CROSS JOIN entry "
                      "ON entry.title_key = repeated.title_key AND entry.topic = repeated.topic "
                      "AND entry.track = repeated.track CROSS JOIN tally ON tally.id = entry.tally "
                      "WHERE repeated.track = ? AND {}{}",
                      matches.groups.text, matches.entries.text),
          {static_cast<std::int64_t>(track)}};
  for (const auto* more : {&matches.groups, &matches.entries})
    sql.values.insert(sql.values.end(), more->values.begin(), more->values.end());
  return sql;
}

std::vector<std::int64_t> older_solutions(const Store& store, TrackId track,
                                          const Matches& matches) {
  const auto solutions = repeated(track, matches);
  Statement rows(store, fmt::format("SELECT seq FROM (SELECT entry.seq, row_number() OVER ("
                                    "PARTITION BY entry.topic, entry.title_key "
                                    "ORDER BY entry.on_day DESC, entry.at DESC, entry.seq DESC) "
                                    "AS newness {}) WHERE newness > 1",
                                    solutions.text));
  bind(rows, solutions);
  std::vector<std::int64_t> older;
  while (rows.next()) older.push_back(rows.get<std::int64_t>(0));
  return older;
}

bool repeats_agree(Connection& connection) {
  const auto differs = fmt::format(
      "SELECT EXISTS (SELECT 1 FROM entry WHERE "
      "title_key IS NOT iif(type = 'problem', title_key(title), NULL)) "
      "OR EXISTS ({0} EXCEPT SELECT * FROM repeated) OR EXISTS (SELECT * FROM repeated EXCEPT {0})",
      solved_again);
  return connection.pragma(differs.c_str()) == 0;
}

void recount_repeats(Connection& connection) {
  connection.execute(
      fmt::format("UPDATE entry SET title_key = iif(type = 'problem', title_key(title), NULL) "
                  "WHERE title_key IS NOT iif(type = 'problem', title_key(title), NULL);"
                  "DELETE FROM repeated; INSERT INTO repeated {}",
                  solved_again)
          .c_str());
}

}  // namespace gradus::store
