#pragma once

#include "gradus/journal/entry.hpp"

#include "store/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::store {

// How an entry is stored in its row of the table `entry`. Each field has one column, named after
// it, whichever entry types have the field.

// The columns that read_entry needs, for a SELECT: "id, type, …".
[[nodiscard]] const std::string& entry_columns();
[[nodiscard]] journal::Entry read_entry(const Statement& row);

// What a row holds besides the entry itself.
struct RowMarks {
  std::optional<std::int64_t> seq{};    // its place in the order of recording; nullopt: the newest
  std::optional<std::int64_t> batch{};  // the step of the history that imported it
};

inline constexpr std::string_view entry_table = "entry";

// False when the table already has an entry with that id. `table` is `entry`, or one with the same
// columns whose entries are not part of the tally.
[[nodiscard]] bool insert_entry(const Store& store, TrackId track, const journal::Entry& entry,
                                const RowMarks& marks = {}, std::string_view table = entry_table);

}  // namespace gradus::store
