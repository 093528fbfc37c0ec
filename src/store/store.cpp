#include "gradus/store/store.hpp"

#include "store/connection.hpp"
#include "store/history.hpp"
#include "store/migrations.hpp"
#include "store/recording.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

constexpr mode_t folder_mode = 0700;
constexpr mode_t file_mode = 0600;  // SQLite gives its journals the same

// EXTRA: a commit is durable once the journal's removal is. DELETE: no file beside the store
// outlives a transaction, even if another program had set it to WAL.
constexpr auto begin_writing =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = EXTRA;"
    "PRAGMA journal_mode = DELETE;"
    "BEGIN IMMEDIATE";

Error no_store(const fs::path& file) {
  return Error(fmt::format("there is no store at {}", file.string()),
               "run `gradus init` to start one, or check --store and GRADUS_STORE");
}

Error unusable(const fs::path& path, const std::error_code& failure) {
  return Error(fmt::format("the store can't be opened: {}: {}", path.string(), failure.message()),
               "check the permissions of the file and its folder, and --store");
}

void expect_store(const fs::path& file) {
  std::error_code failure;
  const auto size = fs::file_size(file, failure);
  if (failure == std::errc::no_such_file_or_directory || (!failure && size == 0)) {
    throw no_store(file);
  }
  if (failure) throw unusable(file, failure);
}

std::error_code last_failure() {
  return {errno, std::generic_category()};
}

void make_folder(const fs::path& folder) {
  if (folder.empty() || fs::exists(folder)) return;
  make_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), folder_mode) != 0 && errno != EEXIST) {
    throw unusable(folder, last_failure());
  }
}

// Before SQLite sees the file, so that it never has a wider mode.
void make_file(const fs::path& file) {
  make_folder(file.parent_path());
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file_mode);
  if (descriptor >= 0) {
    ::close(descriptor);
  } else if (errno != EEXIST) {
    throw unusable(file, last_failure());
  }
}

// Begins a writer's transaction; false when the file was taken away while this waited for it.
bool lock(Connection& connection) {
  try {
    connection.execute(begin_writing);
  } catch (const Error&) {
    if (!connection.moved()) throw;
  }
  return !connection.moved();
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;

Store::~Store() {
  // While its lock is held: who waits for it sees that the file has gone.
  if (unborn_) ::unlink(unborn_->c_str());
}

Store Store::read(const fs::path& file) {
  for (bool mended = false;; mended = true) {
    expect_store(file);
    try {
      Store store(std::make_unique<Connection>(file, SQLITE_OPEN_READONLY));
      store.connection().execute("BEGIN");
      if (stored_version(store.connection()) == schema_version()) return store;
    } catch (const HotJournal&) {
      if (mended) throw;
    }
    write(file).commit();  // takes back what a crash left, brings old tables up to date
  }
}

Store Store::write(const fs::path& file) {
  return begin(file, false);
}

Store Store::create(const fs::path& file) {
  return begin(file, true);
}

Store Store::begin(const fs::path& file, bool creating) {
  for (;;) {
    if (creating) {
      make_file(file);
    } else {
      expect_store(file);
    }
    Store store(std::make_unique<Connection>(file, SQLITE_OPEN_READWRITE));
    auto& connection = store.connection();
    if (!lock(connection)) continue;

    const bool empty = fs::file_size(connection.file()) == 0;
    if (empty && !creating) throw no_store(file);
    if (empty) store.unborn_ = std::make_unique<const fs::path>(connection.file());
    migrate(connection, empty ? 0 : stored_version(connection));
    store.recording_ = std::make_unique<Recording>(connection);
    return store;
  }
}

void Store::commit(const Step& step) {
  add_step(*this, step, recording_->changeset());
  commit();
}

void Store::commit() {
  connection_->execute("COMMIT");
  unborn_.reset();
}

}  // namespace gradus::store
