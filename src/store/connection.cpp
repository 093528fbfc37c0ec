#include "store/connection.hpp"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>

#include <utility>

namespace gradus::store {
namespace {

constexpr int busy_timeout_ms = 10'000;  // failure.cpp tells it to people

SQLite::Database opened(const std::filesystem::path& file, int flags) {
  // An absolute name, lest SQLite take "file:…" for a URI.
  const std::string name = std::filesystem::absolute(file).string();
  try {
    return SQLite::Database(name, flags | SQLite::OPEN_NOMUTEX, busy_timeout_ms);
  } catch (const SQLite::Exception& failure) {
    rethrow(failure, name);
  }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, int flags)
    : database_(opened(file, flags)) {}

void Connection::execute(const char* sql) {
  translating([&] { database_.exec(sql); });
}

int Connection::pragma(const char* sql) {
  return translating([&] { return database_.execAndGet(sql).getInt(); });
}

std::unique_ptr<SQLite::Statement> Connection::take(const std::string& sql) {
  if (auto known = idle_.extract(sql)) return std::move(known.mapped());
  return translating([&] { return std::make_unique<SQLite::Statement>(database_, sql); });
}

void Connection::give_back(std::unique_ptr<SQLite::Statement> statement) noexcept {
  statement->tryReset();  // the error of a failed run was already told
  idle_.insert_or_assign(statement->getQuery(), std::move(statement));
}

bool Connection::moved() {
  int moved = 0;
  const int code =
      sqlite3_file_control(database_.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return code == SQLITE_OK && moved != 0;
}

}  // namespace gradus::store
