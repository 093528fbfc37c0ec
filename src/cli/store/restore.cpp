#include "gradus/report/backups.hpp"
#include "gradus/store/backups.hpp"
#include "gradus/text/shell_quote.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/progress.hpp"
#include "cli/status_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

struct RestoreBackup {
  std::string file;  // empty: the newest good backup
};

void describe_restore(Command& restore, RestoreBackup& request) {
  restore.add_option("FILE", request.file,
                     "The backup (default: the newest one that passes its check)");
}

fs::path newest_good_backup(const Session& session) {
  for (auto& file : store::backups(session.store, session.today)) {
    const auto fault = store::fault_of(file);
    if (!fault) return std::move(file);
    session.warn(fmt::format("skipped {}: {}", file.string(), *fault));
  }
  throw store::Error(fmt::format("{} holds no backup that passes its check; nothing was changed",
                                 store::backup_folder(session.store).string()),
                     "gradus restore FILE takes any copy of a store");
}

fs::path named_backup(const std::string& file, const Session& session) {
  std::error_code failed;
  if (fs::equivalent(file, session.store, failed))
    throw Error("that is the store itself; nothing was changed",
                "name a backup, or none for the newest one");
  if (const auto fault = store::fault_of(file))
    throw Error(fmt::format("{} can't be restored: {}; nothing was changed", file, *fault),
                "gradus restore without a file takes the newest good backup");
  return file;
}

ExitCode run(const RestoreBackup& request, Session& session) {
  const fs::path from =
      request.file.empty() ? newest_good_backup(session) : named_backup(request.file, session);
  const auto kept = store::restore(session.store, from, session.world.clock(),
                                   Progress("restore", onlooker(session)).percent());
  refresh_status(session);
  if (session.json) {
    session.answer(
        report::restored_json(from.string(), kept ? std::optional(kept->string()) : std::nullopt));
    return ExitCode::done;
  }
  session.say(fmt::format("Restored {}. Next: gradus today", from.string()));
  if (!kept) return ExitCode::done;
  session.say(fmt::format("What was there is kept as {}.{}", kept->string(),
                          store::fault_of(*kept) ? ""
                                                 : fmt::format(" Undo: gradus restore {}",
                                                               text::shell_quote(kept->string()))));
  return ExitCode::done;
}

}  // namespace

void add_restore(Command& gradus) {
  gradus.add_command<RestoreBackup>(
      "restore", "Replace the store with a backup. The old store is kept under another name.",
      "  gradus restore\n"
      "  gradus restore ~/.local/share/gradus/backups/gradus-2026-12-01.db\n",
      describe_restore);
}

}  // namespace gradus::cli
