#pragma once

#include <string_view>

namespace gradus::evidence {

// Whether the whole path matches: `*` is anything but /, `?` one byte but /, a step `**` any number
// of folders, none included; at the end, `**` is everything below. Takes time of at most the
// product of both lengths, whatever the stars.
[[nodiscard]] bool matches(std::string_view glob, std::string_view path);

}  // namespace gradus::evidence
