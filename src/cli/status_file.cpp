#include "cli/status_file.hpp"

#include "gradus/report/status.hpp"
#include "gradus/store/atomic_file.hpp"
#include "gradus/track/timer.hpp"
#include "gradus/track/today.hpp"

#include "cli/folders.hpp"

#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

std::string current_status(const store::Store& store, const Session& session) {
  const auto track = track::load(store, std::nullopt);
  const auto timer = track::running_timer(store, session.now());
  return report::status_line(track::read_day(store, track, session.today, timer), track.name);
}

// Readers see the old line or the new one.
void replace(const fs::path& file, const std::string& line) {
  if (make_own_folder(file.parent_path())) return;
  store::PartFile part(file);
  part.out() << line << '\n';
  part.put_at_once();
}

// nullopt where there is neither folder.
std::optional<fs::path> status_file(const Session& session) {
  const auto& environment = session.world.environment;
  if (const auto folder = runtime_folder(environment)) return *folder / "gradus" / "status";
  const bool somewhere = environment("XDG_CACHE_HOME") || environment("HOME");
  if (!somewhere) return std::nullopt;
  return cache_home(environment) / "gradus" / "status";
}

void refresh(const Session& session, const std::function<std::string()>& line) {
  const auto file = status_file(session);
  if (!file) return;
  try {
    replace(*file, line());
  } catch (const std::exception&) {
    // No track is left, or no room. An old line would tell what is no longer so.
    std::error_code failed;
    fs::remove(*file, failed);
  }
}

}  // namespace

void refresh_status(const store::Store& store, const Session& session) {
  refresh(session, [&] { return current_status(store, session); });
}

void refresh_status(const Session& session) {
  refresh(session, [&] { return current_status(store::Store::read(session.store), session); });
}

}  // namespace gradus::cli
