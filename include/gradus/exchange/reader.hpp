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

// What a file is written in. The value ends every id that is derived from such a file, so that its
// entries can be told from all others: never change one.
enum class Format : std::uint8_t { jsonl = 1, csv = 2, timewarrior = 3, klog = 4, airflow = 5 };

// A file to read entries from, with callbacks.
struct Source {
  std::istream& in;
  std::string file;  // its name in messages
  // How often an id was derived from this file, this time included: identical entries without an id
  // are separate entries, and get the same ids next time. The caller keeps the counts, so that a
  // reader's memory does not grow with the file.
  std::function<std::uint32_t(const journal::EntryId&)> count;
  // Called for anything in the file that does not become an entry, with file and line.
  std::function<void(const std::string&)> tell;
  // Another salt gives other derived ids, so that one file can go into several journals of a store.
  std::string salt{};
  // Called for each entry that the file says was removed, with the line; without a callback, they
  // are skipped.
  std::function<void(const journal::Removal&, std::size_t line)> removed{};
  // Whether the journal holds, or once removed, an entry of this id; without it, none. Asked for
  // ids as gradus 1 made them.
  std::function<bool(const journal::EntryId&)> holds{};
  // Called for a day that the file holds, though nothing on it becomes an entry there and then.
  std::function<void(calendar::Date)> empty_day{};
};

// An entry read from a file.
struct Read {
  journal::Entry entry;
  std::size_t line;  // where it begins, from 1
  // False if the file deliberately gives the entry no week.
  bool wants_week = true;
  // True if the file gives no offset, or another than `at` has: the program's own time zone decided
  // the offset, and perhaps the day.
  bool zoned = false;
  // True if the file says when the entry was changed.
  bool stamped = false;
  // True for a problem whose attempts the file leaves out: they follow from what is recorded of it.
  bool counts_attempts = false;
  // True for an artefact of the curriculum whose title the file leaves out: its id stands there.
  bool untitled = false;
  // False if it stands under another day of the file, which may have no more of this one.
  bool holds_day = true;
};

// Reads a file of some format, an entry at a time.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  // The next entry; nullopt at the end. Throws Error, naming file, line and field, for anything
  // that can't be read; the next call continues after it.
  [[nodiscard]] virtual std::optional<Read> next() = 0;
};

}  // namespace gradus::exchange
