#include "cli/command.hpp"
#include "cli/store/requests.hpp"

namespace gradus::cli {

void add_store_commands(Command& gradus) {
  gradus.add_command<MakeBackup>(
      "backup",
      "Copy the store now, and check the copy. The day's first change makes one by itself.",
      "  gradus backup\n"
      "  gradus backup /media/stick/gradus.db\n",
      [](Command& backup, MakeBackup& request) {
        backup.add_option("FILE", request.file,
                          "Where to; without it into backups/ beside the store");
      });
  gradus.add_command<RestoreBackup>(
      "restore", "Put a backup in the store's place. What was there is kept under another name.",
      "  gradus restore\n"
      "  gradus restore ~/.local/share/gradus/backups/gradus-2026-12-01.db\n",
      [](Command& restore, RestoreBackup& request) {
        restore.add_option("FILE", request.file,
                           "The backup; without it the newest one that passes its check");
      });
  gradus.add_command<CheckStore>(
      "doctor",
      "Say whether the store and its backups are sound (exit code 0) or not (1), and what to do.",
      "  gradus doctor\n"
      "  gradus doctor --fix\n",
      [](Command& doctor, CheckStore& request) {
        doctor.add_flag(
            "--fix", request.fix,
            "Put right what is safe: modes, and what was left half done; changes no entry");
      });
}

}  // namespace gradus::cli
