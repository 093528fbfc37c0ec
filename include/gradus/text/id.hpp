#pragma once

#include "gradus/text/error.hpp"

#include <string>
#include <string_view>

namespace gradus::text {

// True for [a-z0-9][a-z0-9-]*, the form of every id in a data file.
[[nodiscard]] bool is_id(std::string_view text);

// The error to throw for a text of another form.
[[nodiscard]] Error not_an_id(std::string_view text);

// "Window functions" as "window-functions"; empty when no letter or digit is left. At most 60
// characters.
[[nodiscard]] std::string as_id(std::string_view text);

// What two spellings of one word have in common: letters in lower case, one hyphen for whatever is
// neither letter nor digit. Letters outside ASCII stay as they are, so this may be no id.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace gradus::text
