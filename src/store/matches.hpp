#pragma once

#include "gradus/journal/facts.hpp"

#include "store/statement.hpp"
#include "store/tally.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gradus::store {

// SQL and the values of its parameters. The text consists of the vocabulary's words only.
struct Sql {
  std::string text;
  std::vector<std::variant<std::int64_t, double, bool, std::string>> values;
};

void bind(Statement& statement, const Sql& sql);

// A field of the table `entry` as a criterion sees it.
[[nodiscard]] std::string entry_column(const curriculum::Field& field);
// The same for an entry joined with its group: a trait need not be looked up in the entry itself.
[[nodiscard]] std::string column_of(const curriculum::Field& field);
// What such a column holds in a row.
[[nodiscard]] std::optional<curriculum::Value> read_value(const Statement& row, int column,
                                                          const curriculum::Field& field);

// The entries that match: those in some groups of the tally that pass further tests.
struct Matches {
  Sql groups;           // conditions on `tally`, from the second on with " AND " before it
  Sql entries{};        // conditions on `entry`, each with " AND " before it
  bool listed = false;  // `entries` names them one by one

  Sql& tests_of(const curriculum::Field& field) { return is_trait(field.name) ? groups : entries; }
};

// NULL fails every test, and so does an entry without the field, unless the filter lets it through.
[[nodiscard]] Matches matches_of(const journal::Question& question, TrackId track);
void add_test(Matches& matches, const curriculum::Field& field, const curriculum::OneOf& test);

// From the groups to their entries, or from listed entries to their groups.
[[nodiscard]] Sql joined(const Matches& matches);

}  // namespace gradus::store
