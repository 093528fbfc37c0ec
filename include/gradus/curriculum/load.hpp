#pragma once

#include "gradus/curriculum/model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::curriculum {

enum class Severity { error, advice };

// Something an author got wrong, or should look at.
struct Finding {
  Severity severity;
  std::size_t line;
  std::string pointer;  // RFC 6901; "" is the whole document
  std::string message;  // what is wrong
  std::string fix;      // what to type or change

  // "file:line: /json/pointer: message"
  [[nodiscard]] std::string text(std::string_view file) const;
};

struct Loaded {
  std::optional<Curriculum> curriculum;  // set exactly when no finding is an error
  std::vector<Finding> findings;         // all of them, by line
  bool over_limit = false;               // past a limit: the one finding names it
};

inline constexpr std::size_t max_weeks = 100'000;
// What the weeks come to that stacks change, each counted as often as it is changed.
inline constexpr std::size_t max_patched_bytes = std::size_t{64} * 1024 * 1024;

// Decodes a curriculum in format 1, reporting every error. Never throws for what the text says.
[[nodiscard]] Loaded load(std::string_view json);

// As load, and gives advice on all that was read without an error: for the author's eyes, and too
// slow for every start of the program.
[[nodiscard]] Loaded check(std::string_view json);

// The curriculum, or an Error that names the first findings and how many there are.
[[nodiscard]] Curriculum load_or_throw(std::string_view json, std::string_view file);

// 32 hexadecimal digits that tell one text from another (XXH3, 128 bits; not a signature).
[[nodiscard]] std::string content_hash(std::string_view text);

}  // namespace gradus::curriculum
