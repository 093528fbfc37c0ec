#include "store/connection.hpp"

#include "store/files.hpp"
#include "store/repeats.hpp"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

namespace gradus::store {
namespace {

constexpr std::chrono::milliseconds longest_wait{10'000};  // sqlite_errors.cpp mentions it

// Called by SQLite while another process holds a lock, the `times`-th time; waits, and says whether
// to try again. A file system without locks looks the same, and waiting won't help.
int wait_for_lock(void* file, int times) {
  const auto& name = *static_cast<const std::string*>(file);
  if (times == 0 && !locks_files(folder_of(name))) return 0;
  constexpr int longest_pause = 100;  // in milliseconds; each is one longer than the last
  const int short_ones = std::min(times, longest_pause);
  const std::chrono::milliseconds waited{short_ones * (short_ones + 1) / 2 +
                                         (times - short_ones) * longest_pause};
  if (waited >= longest_wait) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds{std::min(times + 1, longest_pause)});
  return 1;
}

SQLite::Database opened(const std::filesystem::path& file, int flags) {
  // An absolute name, so that SQLite does not take "file:…" for a URI.
  const std::string name = std::filesystem::absolute(file).string();
  try {
    return SQLite::Database(name, flags | SQLite::OPEN_NOMUTEX);
  } catch (const SQLite::Exception& failure) {
    rethrow(failure, name);
  }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, int flags)
    : database_(opened(file, flags)), name_(database_.getFilename()) {
  sqlite3_busy_handler(database_.getHandle(), wait_for_lock, &name_);
  translating([&] { add_title_key(database_); });
}

void Connection::execute(const char* sql) {
  translating([&] { database_.exec(sql); });
}

void Connection::roll_back() noexcept {
  if (sqlite3_get_autocommit(database_.getHandle()) == 0) database_.tryExec("ROLLBACK");
}

int Connection::pragma(const char* sql) {
  return translating([&] { return database_.execAndGet(sql).getInt(); });
}

std::unique_ptr<SQLite::Statement> Connection::take(const std::string& sql) {
  if (auto known = idle_.extract(sql)) return std::move(known.mapped());
  return translating([&] { return std::make_unique<SQLite::Statement>(database_, sql); });
}

void Connection::give_back(std::unique_ptr<SQLite::Statement> statement) noexcept {
  statement->tryReset();  // the error of a failed run was already reported
  idle_.insert_or_assign(statement->getQuery(), std::move(statement));
}

bool Connection::in_wal() {
  // https://www.sqlite.org/fileformat.html: the header's bytes 18 and 19. Read past SQLite, which
  // would create the WAL files just to find out; and through its open file, since closing another
  // one would release this process's locks.
  constexpr int version_at = 18;
  constexpr char wal = 2;
  std::array<char, 2> versions{};
  sqlite3_file* file = nullptr;
  const int code =
      sqlite3_file_control(database_.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK || file == nullptr || file->pMethods == nullptr) return false;
  const int read = file->pMethods->xRead(file, versions.data(), 2, version_at);
  return read == SQLITE_OK && versions.front() == wal && versions.back() == wal;
}

bool Connection::moved() {
  int moved = 0;
  const int code =
      sqlite3_file_control(database_.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return code == SQLITE_OK && moved != 0;
}

}  // namespace gradus::store
