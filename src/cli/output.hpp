#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

namespace gradus::cli {

// Writes a file whole or not at all: a full disk leaves an older one as it was. Throws Error.
void write_file(const std::filesystem::path& path, const std::string& text);
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

}  // namespace gradus::cli
