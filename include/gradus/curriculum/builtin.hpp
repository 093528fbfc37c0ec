#pragma once

#include <span>
#include <string_view>

namespace gradus::curriculum {

// A data file built into the program, so that it works anywhere.
struct BuiltinFile {
  std::string_view path;  // below data/: "curricula/de-roadmap.json"
  std::string_view text;
};

[[nodiscard]] std::span<const BuiltinFile> builtin_files();

// The text of one; empty when there is none of that path.
[[nodiscard]] std::string_view builtin_text(std::string_view path);

}  // namespace gradus::curriculum
