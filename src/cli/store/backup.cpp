#include "gradus/report/backups.hpp"
#include "gradus/store/backups.hpp"
#include "gradus/store/store.hpp"
#include "gradus/text/shell_quote.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

struct MakeBackup {
  std::string file;  // empty: among the others, beside the store
};

void describe_backup(Command& backup, MakeBackup& request) {
  backup.add_option("FILE", request.file,
                    "Where to write it (default: into backups/ beside the store)");
}

// No backup replaces another file: that may be the only good one, or someone else's store.
void refuse_known_file(const fs::path& file, const fs::path& store) {
  std::error_code failed;
  const auto role = store::role_of(file, store);
  if (role == store::Role::store)
    throw Error("that is the store itself; nothing was written", "name another file");
  if (role == store::Role::companion)
    throw Error("SQLite would take that for a part of the store; nothing was written",
                "name another file");
  if (!fs::exists(file, failed)) return;
  throw Error(fmt::format("{} already exists; nothing was written", file.string()),
              "choose a new name, such as one with the day: backup-2026-12-01.db");
}

ExitCode run(const MakeBackup& request, Session& session) {
  (void)store::Store::read(session.store);  // recovers from a crash first
  fs::path file = request.file;
  Progress progress("backup", onlooker(session));
  if (request.file.empty()) {
    file = store::back_up(session.store, session.today, progress.percent());
  } else {
    refuse_known_file(file, session.store);
    store::back_up_to(session.store, file, progress.percent());
  }
  progress.clear();
  if (session.json)
    session.answer(report::backup_json(file.string()));
  else
    session.say(
        fmt::format("Copied the store to {} and checked the copy. Restore it: gradus restore {}",
                    file.string(), text::shell_quote(file.string())));
  return ExitCode::done;
}

}  // namespace

void add_backup(Command& gradus) {
  gradus.add_command<MakeBackup>(
      "backup",
      "Copy the store now, and check the copy. The first change of each day makes one too.",
      "  gradus backup\n"
      "  gradus backup /media/stick/gradus.db\n",
      describe_backup);
}

}  // namespace gradus::cli
