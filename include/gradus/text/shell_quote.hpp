#pragma once

#include <string>

namespace gradus::text {

// The text as one shell word: unchanged if that is safe, else in single quotes.
[[nodiscard]] std::string shell_quote(const std::string& text);

}  // namespace gradus::text
