#include "gradus/store/backups.hpp"
#include "gradus/text/shell_quote.hpp"

#include "store/backups.hpp"
#include "store/connection.hpp"
#include "store/copy.hpp"
#include "store/events.hpp"
#include "store/files.hpp"
#include "store/integrity.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <unistd.h>
#include <utility>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

// Keeps others from changing the store while it is replaced: whoever waits for it meanwhile finds
// that it has moved, and opens the new one. nullptr for a file that is not a database: no gradus
// could change it either.
std::unique_ptr<Connection> lock(const fs::path& store) {
  if (!read_header(store).database) return nullptr;
  try {
    auto connection = std::make_unique<Connection>(store, SQLITE_OPEN_READWRITE);
    if (connection->in_wal()) connection->execute("PRAGMA journal_mode = DELETE");
    connection->execute("BEGIN EXCLUSIVE");
    return connection;
  } catch (const NoLocks&) {
    throw;
  } catch (const Busy&) {
    throw Busy(
        fmt::format("another program is using the store {}; nothing was changed", store.string()),
        "close it, then type the command again");
  } catch (const Error&) {
    return nullptr;
  }
}

fs::path free_name(const fs::path& store) {
  std::error_code failed;
  for (int number = 1;; ++number) {
    fs::path name = fmt::format("{}{}{}", store.string(), replaced_suffix, number);
    if (!fs::exists(name, failed)) return name;
  }
}

// Calendars have seen changes from after the copy was made, and accept no lower revision.
void raise_events(const fs::path& copy, std::int64_t revision) {
  if (revision == 0) return;
  Connection(copy, SQLITE_OPEN_READWRITE)
      .execute(fmt::format("PRAGMA journal_mode = MEMORY; BEGIN;"
                           "UPDATE block_event SET revision = max(revision, {0});"
                           "UPDATE due_event SET revision = max(revision, {0});"
                           "UPDATE exam_event SET revision = max(revision, {0});"
                           "UPDATE plan_revision SET newest = max(newest, {0});"
                           "COMMIT",
                           revision)
                   .c_str());
}

// Whoever checked the file before may have checked another one: what counts is the copy.
void expect_own(const fs::path& copy, const fs::path& from) {
  Connection connection(copy, SQLITE_OPEN_READONLY);
  const auto foreign = foreign_parts(connection);
  if (foreign.empty()) return;
  throw Error(
      fmt::format("{} can't be restored: {}; nothing was changed", from.string(),
                  words(foreign.front())),
      fmt::format("if you know it, take it out and try again: sqlite3 {} {}",
                  text::shell_quote(from.string()), text::shell_quote(removal(foreign.front()))));
}

void expect_moved(int code, const fs::path& file) {
  if (code != 0) throw unusable(file, last_failure());
}

// Gives the store a second name, and moves its companions along: SQLite would take them for the
// restored one's own.
fs::path keep(const fs::path& store) {
  auto kept = free_name(store);
  // The store never lacks its name, where the file system has links.
  if (::link(store.c_str(), kept.c_str()) != 0) {
    expect_moved(std::rename(store.c_str(), kept.c_str()), store);
  }
  for (const char* companion : companions) {
    const auto from = store.string() + companion;
    if (std::rename(from.c_str(), (kept.string() + companion).c_str()) != 0 && errno != ENOENT) {
      throw unusable(from, last_failure());
    }
  }
  return kept;
}

}  // namespace

std::optional<std::string> fault_of(const fs::path& file) {
  try {
    std::error_code failed;
    if (!fs::exists(file, failed)) return "there is no such file";
    if (!fs::is_regular_file(file, failed)) return "it is not a file";
    Connection connection(file, SQLITE_OPEN_READONLY);
    auto found = faults(connection);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  } catch (const std::exception& failure) {
    return failure.what();
  }
}

std::optional<fs::path> restore(const fs::path& store, const fs::path& from,
                                calendar::Instant clock, const TellCopied& tell) {
  std::error_code failed;
  const auto target = fs::is_symlink(store, failed) ? fs::canonical(store, failed) : store;
  if (fs::exists(target, failed) && !fs::is_regular_file(target, failed)) {
    throw unusable(target, std::make_error_code(std::errc::is_a_directory));
  }
  make_folder(target.parent_path());
  PartFile part(target);
  copy_store(from, part, tell);
  expect_own(part.path(), from);
  raise_events(part.path(), least_revision(clock));

  std::optional<fs::path> kept;
  std::unique_ptr<Connection> locked;
  if (fs::exists(target, failed)) {
    locked = lock(target);
    kept = keep(target);
  }
  part.put();
  return kept;
}

}  // namespace gradus::store
