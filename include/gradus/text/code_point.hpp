#pragma once

#include <cstdint>
#include <string_view>

namespace gradus::text {

// A character of a UTF-8 text.
struct CodePoint {
  std::int32_t value;      // -1 for a byte that is not UTF-8
  std::string_view bytes;  // at least one
};

// The first character of a text that is not empty.
[[nodiscard]] CodePoint first_code_point(std::string_view text);

// Characters that control a terminal or reverse the order of a line: C0, DEL, C1, line and
// paragraph separators, the marks and overrides of bidirectional text.
[[nodiscard]] bool drives_terminal(std::int32_t code_point);

}  // namespace gradus::text
