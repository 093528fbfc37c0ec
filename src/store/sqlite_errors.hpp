#pragma once

#include "gradus/store/error.hpp"

#include <string>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own
class Exception;
}

namespace gradus::store {

// A crash left a change half done, and a reader can't roll it back: the next writer does.
class HotJournal : public Error {
 public:
  using Error::Error;
};

// The tables have an older version: the next writer brings them up to date.
class OlderStore : public Error {
 public:
  using Error::Error;
};

// The tables have a newer version: this program can't know what they hold.
class NewerStore : public Error {
 public:
  using Error::Error;
};

// Another program has locked the file, and did not release it in time.
class Busy : public Error {
 public:
  using Error::Error;
};

// The file system of the file can't lock files.
class NoLocks : public Error {
 public:
  explicit NoLocks(const std::string& file);
};

// Throws what SQLite reported about the file as an Error for people; its codes are read here only.
[[noreturn]] void rethrow(const SQLite::Exception& failure, const std::string& file);

// For a file that is not a database, or is another program's.
[[nodiscard]] Error no_store_of_ours(const std::string& file);

// For content that this program can't have written.
[[nodiscard]] Error damaged(const std::string& file, const std::string& what);

}  // namespace gradus::store
