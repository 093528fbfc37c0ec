#pragma once

#include "gradus/exchange/reader.hpp"

#include <memory>
#include <string>

namespace gradus::exchange {

// The exchange format: a journal as JSON Lines, one entry a line.

// An entry as one JSON object on one line (journal::to_value), without a line end. Bytes that are
// not UTF-8 become U+FFFD.
[[nodiscard]] std::string to_json(const journal::Entry& entry);
// {"type":"removed","id":…,"changed":…}
[[nodiscard]] std::string to_json(const journal::Removal& removal);

// Reads such a file. `type`, `on` and the type's own fields are required, except those that have a
// default or may be unknown; week and tier stay empty where a line has none. Without `id`, one is
// derived from the line's values, however they are written. Lines of removed entries go to
// source.removed. A byte order mark, CRLF and blank lines are skipped.
[[nodiscard]] std::unique_ptr<Reader> read_jsonl(Source source);

}  // namespace gradus::exchange
