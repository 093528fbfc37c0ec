#pragma once

#include <string>

namespace gradus::insight {

// A text as one word for a shell: as it is where that does, else in single quotes.
[[nodiscard]] std::string shell_quote(const std::string& text);

}  // namespace gradus::insight
