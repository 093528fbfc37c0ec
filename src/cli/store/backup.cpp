#include "gradus/insight/shell_quote.hpp"
#include "gradus/report/backups.hpp"
#include "gradus/store/backups.hpp"
#include "gradus/store/store.hpp"

#include "cli/error.hpp"
#include "cli/store/requests.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

// No backup takes the place of another file: it may be the only good one, or another's store.
void refuse_known_file(const fs::path& file, const fs::path& store) {
  std::error_code failed;
  if (fs::equivalent(file, store, failed))
    throw Error("that is the store itself; nothing was written", "name another file");
  if (!fs::exists(file, failed)) return;
  throw Error(fmt::format("{} is there already; nothing was written", file.string()),
              "name a file that is not there yet, or a day with it: backup-2026-12-01.db");
}

}  // namespace

ExitCode run(const MakeBackup& request, Session& session) {
  (void)store::Store::read(session.store);  // what a crash left is taken back first
  fs::path file = request.file;
  if (request.file.empty()) {
    file = store::back_up(session.store, session.today);
  } else {
    refuse_known_file(file, session.store);
    store::back_up_to(session.store, file);
  }
  if (session.json)
    session.answer(report::backup_json(file.string()));
  else
    session.say(
        fmt::format("Copied the store to {} and checked the copy. Bring it back: gradus restore {}",
                    file.string(), insight::shell_quote(file.string())));
  return ExitCode::done;
}

}  // namespace gradus::cli
