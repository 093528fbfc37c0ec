#pragma once

#include "gradus/store/error.hpp"

#include <string>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own
class Exception;
}

namespace gradus::store {

// A crash left a change half made, and a reader may not take it back: the next writer does.
class HotJournal : public Error {
 public:
  using Error::Error;
};

// The tables are of an older version: the next writer brings them up to date.
class OlderStore : public Error {
 public:
  using Error::Error;
};

// The tables are of a newer version: this program can't know what they hold.
class NewerStore : public Error {
 public:
  using Error::Error;
};

// Another program holds the file, and did not let go while this waited.
class Busy : public Error {
 public:
  using Error::Error;
};

// Throws what SQLite reported of the file as an Error for people: the one place that reads its
// codes.
[[noreturn]] void rethrow(const SQLite::Exception& failure, const std::string& file);

// For a file that is no database, or another program's.
[[nodiscard]] Error no_store_of_ours(const std::string& file);

// For content that this program can't have written.
[[nodiscard]] Error damaged(const std::string& file, const std::string& what);

}  // namespace gradus::store
