#pragma once

#include <span>
#include <string_view>

namespace gradus::curriculum {

// A data file built into the program, so that the program needs no files on disk.
struct BuiltinFile {
  std::string_view path;  // below data/: "curricula/de-roadmap.json"
  std::string_view text;
};

// The curriculum of who names none.
inline constexpr auto default_curriculum = "de-roadmap";

[[nodiscard]] std::span<const BuiltinFile> builtin_files();

// The text of the file with that path; empty when there is none.
[[nodiscard]] std::string_view builtin_text(std::string_view path);

}  // namespace gradus::curriculum
