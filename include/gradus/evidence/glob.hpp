#pragma once

#include <string_view>

namespace gradus::evidence {

// Whether the whole path matches: `*` is any text without /, `?` one byte other than /, a step `**`
// any number of folders, including none; at the end, `**` is everything below. Takes at most time
// proportional to the product of both lengths, whatever the stars.
[[nodiscard]] bool matches(std::string_view glob, std::string_view path);

}  // namespace gradus::evidence
