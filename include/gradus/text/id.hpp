#pragma once

#include "gradus/text/error.hpp"

#include <string>
#include <string_view>

namespace gradus::text {

// True for [a-z0-9][a-z0-9-]*, the form of every id in a data file.
[[nodiscard]] bool is_id(std::string_view text);

// The error to throw for text of any other form.
[[nodiscard]] Error not_an_id(std::string_view text);

// "Window functions" as "window-functions"; empty when no letter or digit is left. At most 60
// characters.
[[nodiscard]] std::string as_id(std::string_view text);

// What spellings of the same word share: letters in lower case, and one hyphen for each run of
// characters that are neither letter nor digit. Letters outside ASCII stay, so the result may not
// be an id.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace gradus::text
