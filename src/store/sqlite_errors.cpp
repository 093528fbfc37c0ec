#include "store/sqlite_errors.hpp"

#include "store/files.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace gradus::store {
namespace {

constexpr auto permissions_hint = "check the permissions of the file and its folder, and --store";

Error error_of(const SQLite::Exception& failure, const std::string& file) {
  switch (failure.getErrorCode()) {
    case SQLITE_NOTADB:
      return no_store_of_ours(file);
    case SQLITE_FULL:
      return Error("the disk is full; nothing was changed",
                   "free some space and type the command again");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return Error(fmt::format("the store {} can't be written to; nothing was changed", file),
                   permissions_hint);
    case SQLITE_CANTOPEN:
      return Error(fmt::format("the store {} can't be opened", file), permissions_hint);
    case SQLITE_IOERR:
      return Error(fmt::format("the disk failed while the store {} was in use ({}); nothing was "
                               "changed",
                               file, failure.what()),
                   "check the disk, then run `gradus doctor`");
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
      return Error(fmt::format("the store can't take so much at once ({}); nothing was changed",
                               failure.what()),
                   "record less at once, and type the command again");
    default:
      return damaged(file, failure.what());
  }
}

}  // namespace

NoLocks::NoLocks(const std::string& file)
    : Error(fmt::format("the file system of {} can't lock files, so two commands at once could "
                        "ruin the store; nothing was changed",
                        file),
            "keep the store on a local disk: --store FILE or GRADUS_STORE") {}

void rethrow(const SQLite::Exception& failure, const std::string& file) {
  const int code = failure.getExtendedErrorCode();
  // The last: the change was rolled back, but the journal can't be deleted, so it counts as
  // pending.
  if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY ||
      code == SQLITE_IOERR_DELETE) {
    throw HotJournal(
        fmt::format("the store {} was left in the middle of a change, and can't be written to "
                    "roll it back",
                    file),
        "make the file and its folder writable; any command then rolls the change back");
  }
  const bool lock_failed = code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK ||
                           code == SQLITE_IOERR_UNLOCK || code == SQLITE_IOERR_CHECKRESERVEDLOCK ||
                           failure.getErrorCode() == SQLITE_PROTOCOL;
  const bool busy = failure.getErrorCode() == SQLITE_BUSY;
  if (lock_failed || (busy && !locks_files(folder_of(file)))) throw NoLocks(file);
  if (busy || failure.getErrorCode() == SQLITE_LOCKED) {
    throw Busy(fmt::format("another gradus is using the store {}; waited 10 s", file),
               "try again when it is done");
  }
  throw error_of(failure, file);
}

Error no_store_of_ours(const std::string& file) {
  return Error(
      fmt::format("{} is not a gradus store", file),
      "did it use to be one? `gradus doctor` shows what can be done, `gradus restore` brings back "
      "the newest backup; otherwise check --store and GRADUS_STORE");
}

Error damaged(const std::string& file, const std::string& what) {
  return Error(
      fmt::format("the store {} is damaged: {}", file, what),
      "`gradus doctor` shows what can be done; `gradus restore` brings back the newest backup, "
      "and keeps the damaged file");
}

}  // namespace gradus::store
