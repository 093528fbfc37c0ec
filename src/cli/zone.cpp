#include "cli/zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto usual_folder = "/usr/share/zoneinfo";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "CET-1CEST", "UTC0", "<+03>-3": rules written out, as POSIX has them: a name, then an offset.
bool spells_rules(std::string_view zone) {
  const auto* rest = std::ranges::find_if_not(zone, is_letter);
  if (zone.starts_with('<')) rest = std::ranges::find(zone, '>');
  if (rest == zone.end()) return false;
  if (*rest == '>') ++rest;
  if (rest - zone.begin() < 3 || rest == zone.end()) return false;
  if (*rest == '+' || *rest == '-') ++rest;
  return rest != zone.end() && *rest >= '0' && *rest <= '9';
}

bool is_known(std::string_view zone, const fs::path& folder) {
  if (zone == "UTC" || zone == "GMT" || spells_rules(zone)) return true;
  std::error_code failure;
  return fs::is_regular_file(folder / zone, failure);  // an absolute path replaces the folder
}

}  // namespace

void warn_of_unknown_zone(const Session& session) {
  const auto& environment = session.world.environment;
  const auto set = environment("TZ").value_or("");
  std::string_view zone = set;
  if (zone.starts_with(':')) zone.remove_prefix(1);
  if (zone.empty() || is_known(zone, environment("TZDIR").value_or(usual_folder))) return;
  session.warn(
      fmt::format("the time zone \"{}\" that TZ names can't be found on this computer: local "
                  "time is taken for UTC. Write it like TZ=Europe/Berlin, or install tzdata",
                  zone));
}

}  // namespace gradus::cli
