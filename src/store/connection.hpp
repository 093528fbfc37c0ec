#pragma once

#include "store/sqlite_errors.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

namespace gradus::store {

// An open file and its prepared statements. What SQLite reports comes out of here as an Error.
class Connection {
 public:
  // `flags` as for sqlite3_open_v2; a file that another connection holds is waited for.
  Connection(const std::filesystem::path& file, int flags);

  // Runs statements whose rows don't matter.
  void execute(const char* sql);
  // Takes the transaction back, if one is open.
  void roll_back() noexcept;
  // The number that a PRAGMA tells.
  [[nodiscard]] int pragma(const char* sql);

  // A prepared statement to bind and run, and back again once it is done.
  [[nodiscard]] std::unique_ptr<SQLite::Statement> take(const std::string& sql);
  void give_back(std::unique_ptr<SQLite::Statement> statement) noexcept;

  // Whether the file's header says that it is in WAL mode, as only other programs put it.
  [[nodiscard]] bool in_wal();

  // Whether the file is no longer the one its name leads to.
  [[nodiscard]] bool moved();

  [[nodiscard]] SQLite::Database& database() { return database_; }
  [[nodiscard]] const std::string& file() const { return database_.getFilename(); }

  template <class Work>
  auto translating(Work&& work) const {
    try {
      return work();
    } catch (const SQLite::Exception& failure) {
      rethrow(failure, file());
    }
  }

 private:
  SQLite::Database database_;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> idle_;  // by their SQL
};

}  // namespace gradus::store
