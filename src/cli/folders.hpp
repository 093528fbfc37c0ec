#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace gradus::cli {

using Environment = std::function<std::optional<std::string>(const std::string&)>;

// The path with the home folder in place of a leading ~, which a shell leaves alone within quotes,
// behind = and in a variable. "~name/" stays as it is.
[[nodiscard]] std::string from_home(std::string path, const Environment& environment);

// By the XDG Base Directory Specification: the folder a variable names, unless it is relative or
// empty; else the one below the home folder.
[[nodiscard]] std::filesystem::path data_home(const Environment& environment);
[[nodiscard]] std::filesystem::path config_home(const Environment& environment);
[[nodiscard]] std::filesystem::path cache_home(const Environment& environment);

}  // namespace gradus::cli
