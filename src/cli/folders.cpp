#include "cli/folders.hpp"

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

fs::path xdg_folder(const Environment& environment, const char* variable, const fs::path& below) {
  fs::path set = from_home(environment(variable).value_or(""), environment);
  if (set.is_absolute()) return set;
  return fs::path(environment("HOME").value_or(".")) / below;
}

}  // namespace

std::string from_home(std::string path, const Environment& environment) {
  const auto home = environment("HOME");
  if (home && path.starts_with("~/")) path.replace(0, 1, *home);
  return path;
}

fs::path data_home(const Environment& environment) {
  return xdg_folder(environment, "XDG_DATA_HOME", fs::path(".local") / "share");
}

fs::path config_home(const Environment& environment) {
  return xdg_folder(environment, "XDG_CONFIG_HOME", ".config");
}

fs::path cache_home(const Environment& environment) {
  return xdg_folder(environment, "XDG_CACHE_HOME", ".cache");
}

std::optional<fs::path> runtime_folder(const Environment& environment) {
  fs::path set = environment("XDG_RUNTIME_DIR").value_or("");
  std::error_code unreadable;
  if (set.is_absolute() && fs::is_directory(set, unreadable)) return set;
  return std::nullopt;
}

std::error_code make_own_folder(const fs::path& folder) {
  std::error_code failed;
  if (fs::create_directories(folder, failed)) fs::permissions(folder, fs::perms::owner_all, failed);
  return failed;
}

}  // namespace gradus::cli
