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
  bool over_limit = false;               // past a limit: the one finding names it
};

inline constexpr std::size_t max_weeks = 100'000;
// What the weeks come to that stacks change, each counted as often as it is changed.
inline constexpr std::size_t max_patched_bytes = std::size_t{64} * 1024 * 1024;

// Decodes a curriculum in format 1, reporting every error. Never throws for what the text says.
[[nodiscard]] Loaded load(std::string_view json);

// All that was read of a file, sound or not, for those who look at more than a loader must, as lint
// does. Where the text is wrong the curriculum holds a stand-in, and an error names the place.
struct Reading {
  text::Node root;
  Curriculum curriculum;
  std::vector<text::Finding> errors;
};
// What was read, or the one finding after which nothing else can be judged: the text is no JSON,
// past a limit or of a newer format.
[[nodiscard]] std::variant<Reading, Loaded> read(std::string_view json);
// The curriculum of a reading without an error, or its errors by line.
[[nodiscard]] Loaded loaded(Reading reading);

// The curriculum, or an Error that names the first findings and how many there are.
[[nodiscard]] Curriculum load_or_throw(std::string_view json, std::string_view file);

// 32 hexadecimal digits that tell one text from another (XXH3, 128 bits; not a signature).
[[nodiscard]] std::string content_hash(std::string_view text);

}  // namespace gradus::curriculum
