#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace gradus::cli {

// The bytes of a file, or why there are none.
struct FileBytes {
  std::string text{};
  bool whole = false;      // else there are more than were to be read
  std::string_view why{};  // "can't be read", "is not a file"; empty when it was read
};

// Reads at most so many bytes. Only of a regular file, or of what the shell has opened for the
// program, as in <(command): another pipe may never have a writer, and a device may never end.
[[nodiscard]] FileBytes read_file(const std::filesystem::path& path, std::size_t most);

}  // namespace gradus::cli
