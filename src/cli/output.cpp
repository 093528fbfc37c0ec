#include "cli/output.hpp"

#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/store/atomic_file.hpp"
#include "gradus/store/error.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <sys/stat.h>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

Error unwritable(const fs::path& path) {
  return Error(fmt::format("\"{}\" could not be written", path.string()),
               "does the folder exist, with room and permission? Another place: --output FILE");
}

// As of a file made without further ado.
fs::perms usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<fs::perms>(0666 & ~mask);
}

void write_whole(const fs::path& path, fs::perms mode,
                 const std::function<void(std::ostream&)>& write) {
  std::optional<store::PartFile> part;
  try {
    part.emplace(path);
  } catch (const store::Error&) {
    throw unwritable(path);
  }
  std::ofstream file(part->path(), std::ios::binary);
  write(file);
  file.close();
  std::error_code failed;
  fs::permissions(part->path(), mode, failed);
  if (!file || failed) throw unwritable(path);
  try {
    part->put();
  } catch (const store::Error&) {
    throw unwritable(path);
  }
}

void write_file(const fs::path& path, const Session& session,
                const std::function<void(std::ostream&)>& write) {
  std::error_code failed;
  if (fs::equivalent(path, session.store, failed))
    throw Error("that is the store itself; nothing was written", "name another file");
  const auto there = fs::status(path, failed);
  if (!fs::exists(there)) return write_whole(path, usual_mode(), write);
  if (fs::is_regular_file(there))
    return write_whole(fs::canonical(path, failed), there.permissions(), write);
  std::ofstream out(path, std::ios::binary);
  write(out);
  out.close();
  if (!out) throw unwritable(path);
}

}  // namespace

void write_output(const std::string& output, std::string_view what, const Session& session,
                  const std::function<void(std::ostream&)>& write) {
  write_file(output, session, write);
  if (session.json) session.answer(report::written_json(output));
  session.say(fmt::format("Wrote {} to {}", what, report::visible(output)));
}

}  // namespace gradus::cli
