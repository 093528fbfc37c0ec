#include "gradus/store/examination.hpp"

#include "gradus/store/backups.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/text/shell_quote.hpp"

#include "store/backups.hpp"
#include "store/connection.hpp"
#include "store/copy.hpp"
#include "store/files.hpp"
#include "store/integrity.hpp"
#include "store/kept_sums.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

using Findings = std::vector<Finding>;

constexpr fs::perms others = fs::perms::group_all | fs::perms::others_all;

// Unfinished copies of the store and of its backups.
std::vector<fs::path> leftovers(const fs::path& store) {
  std::vector<fs::path> found;
  std::error_code failed;
  for (const auto& folder : {folder_of(store), backup_folder(store)}) {
    for (fs::directory_iterator files(folder, failed), end; !failed && files != end;
         files.increment(failed)) {
      // As PartFile names them: PLACE.XXXXXX.part
      const auto& file = files->path();
      const auto place = file.stem().stem();
      if (file.extension() == part_suffix && (place == store.filename() || is_backup(place, store)))
        found.push_back(file);
    }
  }
  return found;
}

// The existing files and folders that should be private. What a link leads to, but for the store
// itself, is somebody's choice, and may hold what is not gradus's.
std::vector<fs::path> private_paths(const fs::path& store, const fs::path& own_folder) {
  std::error_code failed;
  std::vector<fs::path> paths{store};
  if (fs::equivalent(folder_of(store), own_folder, failed)) paths.push_back(own_folder);
  if (fs::is_directory(fs::symlink_status(backup_folder(store), failed)))
    paths.push_back(backup_folder(store));
  for (auto& backup : backups(store))
    if (!fs::is_symlink(fs::symlink_status(backup, failed))) paths.push_back(std::move(backup));
  return paths;
}

std::optional<fs::perms> open_to_others(const fs::path& path) {
  std::error_code failed;
  const auto mode = fs::status(path, failed).permissions();
  if (failed || (mode & others) == fs::perms::none) return std::nullopt;
  return mode;
}

void examine_files(const fs::path& store, const fs::path& own_folder, Findings& findings) {
  for (const auto& path : private_paths(store, own_folder)) {
    if (const auto mode = open_to_others(path))
      findings.push_back({"mode",
                          fmt::format("{} is open to other users of this computer (mode {:04o})",
                                      path.string(), static_cast<unsigned>(*mode)),
                          Remedy::fix});
  }
  for (const auto& path : leftovers(store))
    findings.push_back(
        {"leftover", fmt::format("{} is an unfinished copy", path.string()), Remedy::fix});
}

std::vector<CheckedBackup> checked_backups(const fs::path& store, Findings& findings) {
  std::vector<CheckedBackup> checked;
  for (const auto& file : backups(store)) {
    auto fault = fault_of(file);
    if (fault)
      findings.push_back(
          {"backup",
           fmt::format("the backup {} can't be restored: {}", file.filename().string(), *fault),
           Remedy::by_hand,
           fmt::format(
               "gradus restore skips it; unless a newer gradus made it, or its entries are good "
               "and the rest can be taken out, it is useless and can be deleted: {}",
               file.string())});
    checked.push_back({file.string(), std::move(fault)});
  }
  return checked;
}

// Whether the file is sound as a database.
bool examine_integrity(Connection& connection, Findings& findings) {
  const auto faults = integrity_faults(connection);
  if (faults.empty()) return true;
  const auto more =
      faults.size() == 1 ? std::string() : fmt::format(" (and {} more)", faults.size() - 1);
  findings.push_back({"integrity",
                      fmt::format("part of the file can't have been written by SQLite, "
                                  "so entries may be lost or wrong: {}{}",
                                  faults.front(), more),
                      Remedy::restore});
  return false;
}

void examine_foreign_keys(Connection& connection, Findings& findings) {
  connection.translating([&] {
    SQLite::Statement rows(
        connection.database(),
        "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1");
    while (rows.executeStep()) {
      const int count = rows.getColumn(1).getInt();
      findings.push_back({"foreign-key",
                          fmt::format("the table {} has {} of a track that does not exist",
                                      rows.getColumn(0).getString(), text::counted(count, "row")),
                          Remedy::restore});
    }
  });
}

void examine_tally(const Store& store, Findings& findings) {
  if (sums_agree(store)) return;
  findings.push_back({"tally",
                      "the counts and sums that gates rely on don't match the journal: "
                      "another program has changed entries",
                      Remedy::fix});
}

void examine_foreign_parts(Connection& connection, Findings& findings) {
  for (const auto& part : foreign_parts(connection))
    findings.push_back(
        {"foreign", fmt::format("{}: another program or person has added it", words(part)),
         Remedy::by_hand,
         fmt::format(
             "what it does is not known to gradus; a trigger may change entries at the next "
             "command. Look at it, then take it out: sqlite3 {} {}",
             text::shell_quote(connection.file()), text::shell_quote(removal(part)))});
}

// Whether rows can be examined: the tables are there, as they should be.
bool examine_database(const Store& store, Findings& findings) {
  auto& connection = store.connection();
  const auto schema = schema_faults(connection);
  for (const auto& fault : schema) findings.push_back({"schema", fault, Remedy::restore});
  examine_foreign_parts(connection, findings);
  if (!examine_integrity(connection, findings)) return schema.empty();
  examine_foreign_keys(connection, findings);
  if (schema.empty()) examine_tally(store, findings);
  return schema.empty();
}

// A log that another program left for a store that is no longer in WAL mode. SQLite would take it
// for the store's.
std::optional<fs::path> stray_wal(const fs::path& store, const FileHeader& header) {
  fs::path wal = store.string() + "-wal";
  std::error_code failed;
  if (header.wal || !fs::exists(wal, failed)) return std::nullopt;
  return wal;
}

// Whether SQLite can open the file without creating one beside it.
bool examine_header(const fs::path& store, Findings& findings) {
  const auto header = read_header(store);
  if (!header.database) {
    findings.push_back({"not-a-database",
                        fmt::format("{} is not a database: something overwrote the store, and no "
                                    "entry can be read from it",
                                    store.string()),
                        Remedy::restore});
  } else if (!header.ours) {
    findings.push_back({"not-a-store",
                        fmt::format("{} is a database, but another program's: is it the file you "
                                    "meant (--store, GRADUS_STORE)?",
                                    store.string()),
                        Remedy::restore});
  } else if (header.wal) {
    findings.push_back({"wal",
                        "another program has put the store into WAL mode; its content can be "
                        "checked once that is fixed",
                        Remedy::fix});
  } else if (const auto wal = stray_wal(store, header)) {
    findings.push_back({"wal",
                        fmt::format("{} belongs to another state of the store", wal->string()),
                        Remedy::by_hand,
                        fmt::format("another program left it; rename it, for example to {}.old",
                                    wal->filename().string())});
  } else {
    return true;
  }
  return false;
}

// Its rows can't be read before it is brought up to date, which foreign parts keep from happening.
void examine_older(const fs::path& file, Findings& findings) {
  Connection connection(file, SQLITE_OPEN_READONLY);
  examine_foreign_parts(connection, findings);
}

void open(const fs::path& file, Examination& examination) {
  auto& findings = examination.findings;
  try {
    auto store = Store::inspect(file);
    if (examine_database(store, findings)) examination.store.emplace(std::move(store));
  } catch (const HotJournal&) {
    findings.push_back({"half-done",
                        "a command was killed in the middle of a change; the next one rolls it "
                        "back",
                        Remedy::fix});
  } catch (const OlderStore& failure) {
    findings.push_back({"older", failure.what(), Remedy::fix});
    examine_older(file, findings);
  } catch (const NewerStore& failure) {
    findings.push_back({"newer", failure.what(), Remedy::by_hand,
                        "update gradus: this version can't check a newer store"});
    examination.newer = true;
  } catch (const NoLocks&) {
    throw;
  } catch (const Busy&) {
    throw;
  } catch (const Error& failure) {
    findings.push_back({"unreadable", failure.what(), Remedy::restore,
                        "SQLite can't use it: part of it is missing or was overwritten"});
  }
}

// Whether a trigger that gradus did not make may run at the next change. What keeps the file from
// being opened shows when it is opened for writing.
bool has_foreign_parts(const fs::path& store) {
  try {
    Connection connection(store, SQLITE_OPEN_READONLY);
    return !foreign_parts(connection).empty();
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

Examination examine(const fs::path& store, const fs::path& own_folder) {
  expect_store(store);
  if (::access(store.c_str(), R_OK) != 0) throw unusable(store, last_failure());
  Examination examination;
  if (read_header(store).ours) examine_files(store, own_folder, examination.findings);
  examination.backups = checked_backups(store, examination.findings);
  if (examine_header(store, examination.findings)) open(store, examination);
  return examination;
}

void repair(const fs::path& store, const fs::path& own_folder) {
  const auto header = read_header(store);
  if (!header.ours) return;
  std::error_code ignored;
  for (const auto& path : leftovers(store)) fs::remove(path, ignored);
  for (const auto& path : private_paths(store, own_folder)) {
    if (open_to_others(path)) fs::permissions(path, others, fs::perm_options::remove, ignored);
  }
  if (stray_wal(store, header) || (!header.wal && has_foreign_parts(store))) return;
  try {
    // Rolls back what is half done, leaves WAL mode, brings old tables up to date.
    Store::write(store).commit();
    if (has_foreign_parts(store)) return;
    auto writer = Store::write(store);
    if (sums_agree(writer)) return;
    recount_sums(writer);
    writer.commit();
  } catch (const Error&) {
    return;  // the next examination finds whatever is still wrong
  }
}

}  // namespace gradus::store
