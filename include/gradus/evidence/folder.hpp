#pragma once

#include "gradus/evidence/error.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gradus::evidence {

struct File {
  std::string path;  // below the folder, with / between its steps
  std::uintmax_t bytes = 0;
};

struct Readme {
  std::string name;
  std::string text;
  bool whole = true;  // false: it goes on behind the text
};

// What lies in a folder: regular files, without .git and what tools make.
struct Folder {
  std::vector<File> files{};
  std::optional<Readme> readme{};
  std::size_t links = 0;  // symbolic ones; none is followed or counted as a file
  std::string cut{};      // why not all was looked at, such as "more than 64 folders deep"
};

struct Limits {
  std::size_t seen = 100'000;  // files and folders
  int depth = 64;
  std::size_t path_bytes = std::size_t{16} << 20;  // of all paths together
  std::size_t readme_bytes = std::size_t{1} << 20;
};

// Looks into a folder; opens no file but its README. Throws Error when there is no such folder, or
// it can't be read.
[[nodiscard]] Folder look_into(const std::filesystem::path& folder, const Limits& limits = {});

}  // namespace gradus::evidence
