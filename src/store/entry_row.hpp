#pragma once

#include "gradus/journal/entry.hpp"

#include "store/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::store {

// How an entry lies in its row of the table `entry`. A field has one column, named as the field,
// whatever types of entries have it.

// What read_entry needs of a row, for a SELECT: "id, type, …".
[[nodiscard]] const std::string& entry_columns();
[[nodiscard]] journal::Entry read_entry(const Statement& row);

// Beside the entry itself.
struct RowMarks {
  std::optional<std::int64_t> seq{};    // its place in the order of recording; none: the newest
  std::optional<std::int64_t> batch{};  // the step of the history that brought it in with others
};

inline constexpr std::string_view entry_table = "entry";

// False when the table holds an entry of that id. `table` is `entry`, or one of the same columns,
// whose entries are no part of the tally.
[[nodiscard]] bool insert_entry(const Store& store, TrackId track, const journal::Entry& entry,
                                const RowMarks& marks = {}, std::string_view table = entry_table);

}  // namespace gradus::store
