#include "cli/folders.hpp"

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

fs::path xdg_folder(const Environment& environment, const char* variable, const fs::path& below) {
  fs::path set = environment(variable).value_or("");
  if (set.is_absolute()) return set;
  return fs::path(environment("HOME").value_or(".")) / below;
}

}  // namespace

fs::path data_home(const Environment& environment) {
  return xdg_folder(environment, "XDG_DATA_HOME", fs::path(".local") / "share");
}

fs::path config_home(const Environment& environment) {
  return xdg_folder(environment, "XDG_CONFIG_HOME", ".config");
}

}  // namespace gradus::cli
