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
  // `flags` as for sqlite3_open_v2; waits for a file that another connection has locked.
  Connection(const std::filesystem::path& file, int flags);

  // Runs statements whose rows don't matter.
  void execute(const char* sql);
  // Rolls the transaction back, if one is open.
  void roll_back() noexcept;
  // The number that a PRAGMA returns.
  [[nodiscard]] int pragma(const char* sql);

  // A prepared statement to bind and run; give it back once it is done.
  [[nodiscard]] std::unique_ptr<SQLite::Statement> take(const std::string& sql);
  void give_back(std::unique_ptr<SQLite::Statement> statement) noexcept;

  // Whether the file's header says that it is in WAL mode, which only other programs use.
  [[nodiscard]] bool in_wal();

  // Whether the name no longer leads to this file.
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
  std::string name_;  // for whoever waits for its lock
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> idle_;  // by their SQL
};

}  // namespace gradus::store
