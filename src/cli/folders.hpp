#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <system_error>

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
// For what lasts no longer than a login; nullopt where the system has no such folder.
[[nodiscard]] std::optional<std::filesystem::path> runtime_folder(const Environment& environment);

// Makes gradus' own folder in one of them where there is none, for nobody else to look into; what
// failed, if anything.
[[nodiscard]] std::error_code make_own_folder(const std::filesystem::path& folder);

}  // namespace gradus::cli
