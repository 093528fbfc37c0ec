#pragma once

#include "gradus/exchange/error.hpp"
#include "gradus/journal/entry.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace gradus::exchange {

// A file to read entries from, and whom to ask and to tell on the way.
struct Source {
  std::istream& in;
  std::string file;  // its name in messages
  // How often an id was derived from this file, this time included: entries without an id of their
  // own that are alike are as many entries, and the same ones next time. The caller keeps the
  // counts, so that a reader's memory does not grow with the file.
  std::function<std::uint32_t(const journal::EntryId&)> count;
  // Called for whatever the file says that becomes no entry, with file and line.
  std::function<void(const std::string&)> tell;
  // With another salt the ids that are derived are others: so one file goes into several journals
  // of a store.
  std::string salt{};
  // Called for each entry that the file says was removed, with the line; where nobody is to know of
  // them, they are passed over.
  std::function<void(const journal::Removal&, std::size_t line)> removed{};
};

// An entry that a file holds.
struct Read {
  journal::Entry entry;
  std::size_t line;  // on which it begins, from 1
  // False where the file says on purpose that the entry belongs to no week.
  bool wants_week = true;
  // True where the file gives no offset or another one than `at` has: the zone that the program
  // runs in decided on it, and perhaps on the day.
  bool zoned = false;
  // True where the file says when the entry was changed.
  bool stamped = false;
};

// Reads a file of some format, an entry at a time.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  // The next entry; nothing at the end. Throws Error, naming file, line and field, at the first
  // thing that can't be taken; asked again, it goes on behind it.
  [[nodiscard]] virtual std::optional<Read> next() = 0;
};

}  // namespace gradus::exchange
