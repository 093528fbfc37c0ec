#include "store/copy.hpp"

#include "store/connection.hpp"
#include "store/files.hpp"
#include "store/migrations.hpp"
#include "store/soundness.hpp"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <optional>
#include <string>

namespace gradus::store {
namespace {

std::optional<std::string> fault_in(const std::filesystem::path& file) {
  try {
    Connection copy(file, SQLITE_OPEN_READONLY);
    const auto found = faults(copy);
    return found.empty() ? std::nullopt : std::optional(found.front());
  } catch (const Error&) {
    return "its copy can't be read";
  }
}

}  // namespace

void copy_store(const std::filesystem::path& store, const PartFile& to) {
  Connection source(store, SQLITE_OPEN_READONLY);
  source.execute("BEGIN");
  (void)stored_version(source);
  {
    Connection copy(to.path(), SQLITE_OPEN_READWRITE);
    // The copy is nobody's yet: no journal, and one sync at the end.
    copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    copy.translating([&] {
      const int code = SQLite::Backup(copy.database(), source.database()).executeStep();
      if (code != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(code), code);
    });
    copy.execute("PRAGMA journal_mode = DELETE");  // should the store be in WAL
  }
  if (const auto fault = fault_in(to.path())) throw damaged(source.file(), *fault);
}

}  // namespace gradus::store
