#include "store/copy.hpp"

#include "store/connection.hpp"
#include "store/files.hpp"
#include "store/migrations.hpp"
#include "store/soundness.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdio>
#include <fcntl.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkostemps is not in <cstdlib>
#include <string>
#include <string_view>
#include <unistd.h>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

Error unwritable(const fs::path& file, const std::error_code& failure) {
  return Error(fmt::format("{} can't be written: {}", file.string(), failure.message()),
               "check the folder's permissions, and the room on the disk");
}

}  // namespace

PartFile::PartFile(const fs::path& place) : place_(place) {
  constexpr std::string_view suffix = part_suffix;
  std::string name = fmt::format("{}.XXXXXX{}", place.string(), suffix);
  const int descriptor = ::mkostemps(name.data(), static_cast<int>(suffix.size()), O_CLOEXEC);
  if (descriptor < 0) throw unwritable(place, last_failure());
  ::close(descriptor);
  path_ = name;
}

PartFile::~PartFile() {
  if (!placed_) ::unlink(path_.c_str());
}

void PartFile::put() {
  sync(path_);
  if (std::rename(path_.c_str(), place_.c_str()) != 0) throw unwritable(place_, last_failure());
  placed_ = true;
  sync(folder_of(place_));
}

void copy_store(const fs::path& store, const PartFile& to) {
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
  Connection copy(to.path(), SQLITE_OPEN_READONLY);
  const auto found = faults(copy);
  if (found.empty()) return;
  throw damaged(source.file(), found.front());
}

}  // namespace gradus::store
