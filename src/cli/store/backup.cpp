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

// A backup may take the place of an older one, but of nothing else.
void refuse_other_file(const fs::path& file, const fs::path& store) {
  std::error_code failed;
  if (fs::equivalent(file, store, failed))
    throw Error("that is the store itself; nothing was written", "name another file");
  const bool free = !fs::exists(file, failed) || fs::file_size(file, failed) == 0;
  if ((free && !failed) || !store::fault_of(file)) return;
  throw Error(
      fmt::format("{} is there already and is no backup; nothing was written", file.string()),
      "name a file that is not there yet");
}

}  // namespace

ExitCode run(const MakeBackup& request, Session& session) {
  (void)store::Store::read(session.store);  // what a crash left is taken back first
  fs::path file = request.file;
  if (request.file.empty()) {
    file = store::back_up(session.store, session.today);
  } else {
    refuse_other_file(file, session.store);
    store::back_up_to(session.store, file);
  }
  if (session.json)
    session.answer(report::backup_json(file.string()));
  else
    session.say(
        fmt::format("Copied the store to {} and checked the copy. Bring it back: gradus "
                    "restore '{}'",
                    file.string(), file.string()));
  return ExitCode::done;
}

}  // namespace gradus::cli
