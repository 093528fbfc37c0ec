#pragma once

#include <string>
#include <string_view>

namespace gradus {

// ASCII letters in lower case, whatever the locale; everything else unchanged.
[[nodiscard]] constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace gradus
