#include "gradus/store/store.hpp"

#include "store/backups.hpp"
#include "store/change_recorder.hpp"
#include "store/connection.hpp"
#include "store/files.hpp"
#include "store/history.hpp"
#include "store/migrations.hpp"
#include "store/recall_cache.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <exception>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

// EXTRA: a commit returns only when the journal's removal, which seals it, is durable.
constexpr auto begin_writing =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = EXTRA;"
    "BEGIN IMMEDIATE";

// No file beside the store outlives a transaction, even if another program put it into WAL mode;
// but while that program has it open, it stays in WAL mode.
void leave_wal(Connection& connection) {
  if (!connection.in_wal()) return;
  try {
    connection.execute("PRAGMA journal_mode = DELETE");
  } catch (const Busy&) {
    return;
  }
}

// Begins a writer's transaction; false when the file was moved while this waited for it.
bool lock(Connection& connection) {
  try {
    leave_wal(connection);
    connection.execute(begin_writing);
  } catch (const Error&) {
    if (!connection.moved()) throw;
  }
  return !connection.moved();
}

// When the disk fills up in the middle of a change, SQLite leaves the rollback to whoever opens the
// file next.
void roll_back_leftovers(const std::string& file) noexcept {
  try {
    if (!fs::exists(file + "-journal")) return;
    Connection connection(file, SQLITE_OPEN_READWRITE);
    (void)stored_version(connection);
  } catch (const std::exception&) {
    return;  // the next command will
  }
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;

Store::~Store() {
  // While its lock is held, which ends with the transaction: whoever waits for it sees that the
  // file is gone.
  if (unborn_) ::unlink(unborn_->c_str());
  if (!recording_) return;
  connection_->roll_back();
  const std::string file = connection_->file();
  recording_.reset();
  connection_.reset();
  roll_back_leftovers(file);
}

Store Store::read(const Location& location) {
  const auto& file = location.file;
  for (bool repaired = false;; repaired = true) {
    expect_store(file);
    try {
      Store store(std::make_unique<Connection>(file, SQLITE_OPEN_READONLY));
      auto& connection = store.connection();
      if (repaired || !connection.in_wal()) {
        connection.execute("BEGIN");
        if (stored_version(connection) == schema_version()) return store;
      }
    } catch (const HotJournal&) {
      if (repaired) throw;
    }
    // Rolls back what a crash left, leaves WAL mode, brings old tables up to date.
    write(location).commit();
  }
}

Store Store::write(const Location& location) {
  return begin(location, false);
}

Store Store::inspect(const fs::path& file) {
  return as_it_is(file, "BEGIN");
}

Store Store::glance(const fs::path& file) {
  return as_it_is(file, "PRAGMA busy_timeout = 0; BEGIN");
}

Store Store::as_it_is(const fs::path& file, const char* begin) {
  expect_store(file);
  Store store(std::make_unique<Connection>(file, SQLITE_OPEN_READONLY));
  store.connection().execute(begin);
  if (stored_version(store.connection()) == schema_version()) return store;
  throw OlderStore(fmt::format("the tables of {} have an older version", file.string()),
                   "gradus doctor --fix brings them up to date, and so does any other command");
}

Store Store::create(const Location& location) {
  return begin(location, true);
}

Store Store::begin(const Location& location, bool creating) {
  const auto& file = location.file;
  for (;;) {
    if (creating) {
      expect_file(file);
      make_file(file);
    } else {
      expect_store(file);
    }
    Store store(std::make_unique<Connection>(file, SQLITE_OPEN_READWRITE));
    auto& connection = store.connection();
    if (!lock(connection)) continue;

    const bool empty = fs::file_size(connection.file()) == 0;
    if (empty && !creating) throw no_store(file);
    if (empty && ::chmod(connection.file().c_str(), file_mode) != 0) {
      throw unusable(file, last_failure());
    }
    if (empty) store.unborn_ = std::make_unique<const fs::path>(connection.file());
    const int version = empty ? 0 : stored_version(connection);
    if (!empty && version < schema_version()) back_up_before_migration(location, version);
    migrate(connection, version);
    store.recording_ = std::make_unique<Recording>(connection);
    return store;
  }
}

void Store::commit(const Step& step) {
  // A batch has already added its step, and a command without changes is no step.
  if (auto changes = recording_->changeset(); !changes.empty()) {
    if (const auto batch = recording_->step())
      add_to_step(*this, *batch, changes);
    else
      (void)add_step(*this, step, std::move(changes));
  }
  commit();
}

void Store::commit() {
  refresh_recall(*this);
  connection_->execute("COMMIT");
  unborn_.reset();
  recording_.reset();
}

}  // namespace gradus::store
