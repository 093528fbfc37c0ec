#pragma once

#include "gradus/exchange/error.hpp"
#include "gradus/journal/entry.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gradus::exchange {

// The exchange format: a journal as JSON Lines, one entry a line.

// An entry as one JSON object on one line, without a line end: type, id, on, at, week, tier, note,
// then the type's own fields. A field without a value is null. Bytes that are not UTF-8 become
// U+FFFD.
[[nodiscard]] std::string to_json(const journal::Entry& entry);

// The entry that a line of such a file holds. `type`, `on` and the type's own fields are needed,
// save those that have a usual value or may be unknown; week and tier stay empty where the line has
// none. Without `id`, one is derived from the bytes of the line. Throws Error, naming file, line
// and field.
[[nodiscard]] journal::Entry from_json(std::string_view line, std::size_t line_number,
                                       const std::string& file);

// Room for every text at its longest, each byte of it escaped.
inline constexpr std::size_t max_line_bytes = std::size_t{4} * 1024 * 1024;

// Reads such a file an entry at a time. It holds one line, and eight bytes and a count for each
// line without id: identical lines of a file are as many entries, and the same ones next time.
// A byte order mark, CRLF and blank lines are passed over.
class JsonlReader {
 public:
  // Keeps a reference to the stream. `file` is its name in messages.
  JsonlReader(std::istream& in, std::string file);

  // The next entry; nothing at the end. Throws Error at the first line that holds none.
  [[nodiscard]] std::optional<journal::Entry> next();
  // Of the last entry, from 1.
  [[nodiscard]] std::size_t line_number() const { return line_number_; }

 private:
  [[nodiscard]] bool read_line();

  std::istream& in_;
  std::string file_;
  std::string line_;
  std::size_t line_number_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;  // lines without id, by their hash
};

}  // namespace gradus::exchange
