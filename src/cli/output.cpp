#include "cli/output.hpp"

#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/store/atomic_file.hpp"
#include "gradus/store/error.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

Error unwritable(const fs::path& path) {
  const auto folder = path.parent_path();
  std::error_code failed;
  if (!folder.empty() && !fs::exists(folder, failed))
    return Error(fmt::format("there is no folder \"{}\"", folder.string()),
                 "make it first, or name a file in another place");
  return Error(fmt::format("\"{}\" could not be written", path.string()),
               "is there room, and permission? Another place: --output FILE");
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

// Whether the file begins so, or is empty.
bool begins_with(const fs::path& path, std::string_view beginning) {
  std::string start(beginning.size(), '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  return in.gcount() == 0 || start == beginning;
}

bool ends_with(const fs::path& path, std::string_view ending) {
  std::string end(ending.size(), '\0');
  std::ifstream in(path, std::ios::binary);
  in.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end);
  in.read(end.data(), static_cast<std::streamsize>(end.size()));
  return in && end == ending;
}

// Whether the file begins or ends as one that this command wrote before. Where that can't be told,
// it does.
bool is_own(const fs::path& path, const Overwriting& overwriting) {
  const auto& [force, beginnings, ending] = overwriting;
  if (force || beginnings.empty()) return true;
  if (!ending.empty() && ends_with(path, ending)) return true;
  return std::ranges::any_of(
      beginnings, [&](const std::string& beginning) { return begins_with(path, beginning); });
}

void write_file(const fs::path& path, std::string_view what, const Overwriting& overwriting,
                const Session& session, const std::function<void(std::ostream&)>& write) {
  std::error_code failed;
  if (fs::equivalent(path, session.store, failed))
    throw Error("that is the store itself; nothing was written", "name another file");
  const auto there = fs::status(path, failed);
  if (!fs::exists(there)) return write_whole(path, usual_mode(), write);
  if (fs::is_directory(there))
    throw Error(fmt::format("\"{}\" is a folder", path.string()), "name a file in it");
  if (fs::is_regular_file(there)) {
    if (!is_own(path, overwriting))
      throw Error(fmt::format("\"{}\" holds something other than {}; nothing was written",
                              path.string(), what),
                  "name another file, or write over it with --force");
    return write_whole(fs::canonical(path, failed), there.permissions(), write);
  }
  std::ofstream out(path, std::ios::binary);
  write(out);
  out.close();
  if (!out) throw unwritable(path);
}

}  // namespace

void write_output(const std::string& output, std::string_view what, const Session& session,
                  const std::function<void(std::ostream&)>& write, const Overwriting& overwriting) {
  if (output == "-") return write(session.world.out);
  write_file(output, what, overwriting, session, write);
  if (session.json) session.answer(report::written_json(output));
  session.say(fmt::format("Wrote {} to {}", what, report::visible(output)));
}

}  // namespace gradus::cli
