#pragma once

#include "gradus/journal/entry.hpp"

#include "store/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

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

// An entry's clock time as its row has it, counted from the midnight of its day: that of the night
// after goes on where the evening ends, so that the texts stand in order.
class TimeOfEntry {
 public:
  explicit TimeOfEntry(const journal::Entry& entry);  // which has a clock time
  [[nodiscard]] static std::optional<TimeOfEntry> parse(const std::string& text);
  [[nodiscard]] std::string text() const;  // "19:05", "24:20"
  [[nodiscard]] calendar::Moment moment(calendar::Date day, calendar::Minutes offset) const;

 private:
  explicit TimeOfEntry(calendar::Minutes since_midnight) : since_midnight_(since_midnight) {}

  calendar::Minutes since_midnight_;
};
inline std::string to_text(const TimeOfEntry& time) {
  return time.text();
}
inline auto from_text(std::type_identity<TimeOfEntry>, const std::string& text) {
  return TimeOfEntry::parse(text);
}

inline constexpr std::string_view entry_table = "entry";

// False when the table already has an entry with that id. `table` is `entry`, or one with the same
// columns whose entries are not part of the tally.
[[nodiscard]] bool insert_entry(const Store& store, TrackId track, const journal::Entry& entry,
                                const RowMarks& marks = {}, std::string_view table = entry_table);

}  // namespace gradus::store
