#pragma once

#include "store/connection.hpp"
#include "store/matches.hpp"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <vector>

namespace gradus::store {

// Problems that were solved more than once. A problem's row holds the key of its title
// (journal::title_key), and triggers keep the table `repeated`: the topic and key of each problem
// with more than one solution. So what is counted is counted as if each solution were another
// problem, and the repeats, which are few, are taken off.

// The SQL function title_key(text), for statements. No table, index or trigger uses it: every
// program that knows SQLite can read and write the store.
void add_title_key(SQLite::Database& database);

// Gives their key to problems without one: those that an undone step from before the keys brings
// back, or whose title it changes.
void key_titles(Connection& connection);

// From the problems with more than one solution to these solutions and their groups.
[[nodiscard]] Sql repeated(TrackId track, const Matches& matches);

// The solutions that match and have a newer one of the same problem that matches too.
[[nodiscard]] std::vector<std::int64_t> older_solutions(const Store& store, TrackId track,
                                                        const Matches& matches);

// Whether each problem has its key, and the table has what was solved more than once. Reads the
// whole journal.
[[nodiscard]] bool repeats_agree(Connection& connection);
// Makes them so.
void recount_repeats(Connection& connection);

}  // namespace gradus::store
