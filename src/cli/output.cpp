#include "cli/output.hpp"

#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/store/atomic_file.hpp"
#include "gradus/store/backups.hpp"
#include "gradus/store/error.hpp"

#include "cli/error.hpp"
#include "cli/read_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <ext/stdio_filebuf.h>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <ostream>
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
mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

mode_t new_mode(const Overwriting& overwriting) {
  constexpr mode_t owner_only = 0600;
  return overwriting.for_owner ? owner_only : usual_mode();
}

void write_whole(const fs::path& path, mode_t mode,
                 const std::function<void(std::ostream&)>& write) {
  try {
    store::PartFile part(path);
    write(part.out());
    part.set_mode(mode);
    part.put();
  } catch (const store::Error&) {
    throw unwritable(path);
  }
}

// Into a pipe or a device, as it is. Nobody waits for a pipe's reader: it may never come.
void write_through(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0 && errno == ENXIO)
    throw Error(fmt::format("nobody reads from \"{}\"; nothing was written", path.string()),
                "if it is a pipe, start its reader first; else name a file");
  if (descriptor < 0) throw unwritable(path);
  __gnu_cxx::stdio_filebuf<char> buffer(descriptor, std::ios::out | std::ios::binary);
  struct stat status {};
  const bool replaced = ::fstat(descriptor, &status) != 0 || S_ISREG(status.st_mode);
  if (replaced || ::fcntl(descriptor, F_SETFL, 0) != 0) throw unwritable(path);
  std::ostream out(&buffer);
  write(out);
  if (!out.flush()) throw unwritable(path);
}

std::string_view words_of(store::Role role) {
  switch (role) {
    case store::Role::store:
      return "the store itself";
    case store::Role::companion:
      return "a file that belongs to the store";
    case store::Role::backup:
      return "a backup of the store";
    case store::Role::replaced:
      return "an earlier store that gradus restore has kept";
    case store::Role::none:
      break;
  }
  return "";
}

// Whether the file begins so, or is empty.
bool begins_with(const fs::path& path, std::string_view beginning) {
  const auto bytes = read_file(path, beginning.size());
  return bytes.why.empty() && (bytes.text.empty() || bytes.text == beginning);
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
  const auto& beginnings = overwriting.own_beginnings;
  const auto& ending = overwriting.own_ending;
  if (overwriting.force || beginnings.empty()) return true;
  if (!ending.empty() && ends_with(path, ending)) return true;
  return std::ranges::any_of(
      beginnings, [&](const std::string& beginning) { return begins_with(path, beginning); });
}

void write_file(const fs::path& path, std::string_view what, const Overwriting& overwriting,
                const Session& session, const std::function<void(std::ostream&)>& write) {
  if (const auto role = store::role_of(path, session.store.file); role != store::Role::none)
    throw Error(fmt::format("that is {}; nothing was written", words_of(role)),
                "name another file");
  std::error_code failed;
  const auto there = fs::status(path, failed);
  if (!fs::exists(there)) return write_whole(path, new_mode(overwriting), write);
  if (fs::is_directory(there))
    throw Error(fmt::format("\"{}\" is a folder", path.string()), "name a file in it");
  if (!fs::is_regular_file(there)) return write_through(path, write);
  if (!is_own(path, overwriting))
    throw Error(fmt::format("\"{}\" holds something other than {}; nothing was written",
                            path.string(), what),
                "name another file, or write over it with --force");
  constexpr auto rights = fs::perms::all;
  write_whole(fs::canonical(path, failed), static_cast<mode_t>(there.permissions() & rights),
              write);
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
