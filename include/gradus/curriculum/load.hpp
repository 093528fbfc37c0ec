#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/text/finding.hpp"
#include "gradus/text/json.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gradus::curriculum {

struct Loaded {
  std::optional<Curriculum> curriculum;  // set exactly when no finding is an error
  std::vector<text::Finding> findings;   // all of them, by line
  bool over_limit = false;               // a limit is exceeded: the only finding names it
};

inline constexpr std::size_t max_weeks = 100'000;
// The limit on the total size of the weeks that stacks change, counting a week once per change.
inline constexpr std::size_t max_patched_bytes = std::size_t{64} * 1024 * 1024;

// Decodes a curriculum in format 1, reporting every error. Never throws because of the text.
[[nodiscard]] Loaded load(std::string_view json);

// Everything read from a file, sound or not, for code that needs more than the loader does, such as
// lint. Where the text is wrong the curriculum holds a placeholder, and an error names the place.
struct Reading {
  text::Node root;
  Curriculum curriculum;
  std::vector<text::Finding> errors;
};
// What was read, or the one finding that rules out any other: the text is not JSON, exceeds a limit
// or has a newer format.
[[nodiscard]] std::variant<Reading, Loaded> read(std::string_view json);
// The curriculum of a reading without errors, or its errors by line.
[[nodiscard]] Loaded loaded(Reading reading);

// Throws Error naming the first errors among the findings and how many there are, if there are any.
void require_no_errors(const std::vector<text::Finding>& findings, std::string_view file);

// The curriculum; throws Error naming the first findings and how many there are.
[[nodiscard]] Curriculum load_or_throw(std::string_view json, std::string_view file);

// 32 hexadecimal digits that distinguish one text from another (XXH3, 128 bits; not a signature).
[[nodiscard]] std::string content_hash(std::string_view text);

}  // namespace gradus::curriculum
