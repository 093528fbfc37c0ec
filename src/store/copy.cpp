#include "store/copy.hpp"

#include "store/connection.hpp"
#include "store/files.hpp"
#include "store/integrity.hpp"
#include "store/migrations.hpp"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <optional>
#include <string>

namespace gradus::store {
namespace {

std::optional<std::string> fault_in(const std::filesystem::path& file) {
  try {
    Connection copy(file, SQLITE_OPEN_READONLY);
    const auto found = damage(copy);
    return found.empty() ? std::nullopt : std::optional(found.front());
  } catch (const Error&) {
    return "its copy can't be read";
  }
}

// Copies all pages, a tenth at a time. Returns SQLite's code.
int copy_pages(SQLite::Database& to, SQLite::Database& from,
               const std::function<void(int percent)>& tell) {
  constexpr int parts = 10;
  SQLite::Backup backup(to, from);
  int code = backup.executeStep(1);  // only then does it know how many there are
  const int step = backup.getTotalPageCount() / parts + 1;
  for (int part = 1; code == SQLITE_OK; ++part) {
    code = backup.executeStep(step);
    if (tell) tell(part * 100 / parts);
  }
  return code;
}

}  // namespace

void copy_store(const std::filesystem::path& store, const PartFile& to,
                const std::function<void(int percent)>& tell) {
  Connection source(store, SQLITE_OPEN_READONLY);
  source.execute("BEGIN");
  (void)stored_version(source);
  {
    Connection copy(to.path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW);
    // Nobody uses the copy yet: no journal, and one sync at the end.
    copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    copy.translating([&] {
      const int code = copy_pages(copy.database(), source.database(), tell);
      if (code != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(code), code);
    });
    copy.execute("PRAGMA journal_mode = DELETE");  // in case the store is in WAL mode
  }
  if (const auto fault = fault_in(to.path())) throw damaged(source.file(), *fault);
}

}  // namespace gradus::store
