#pragma once

#include "gradus/report/document.hpp"

#include <string>
#include <string_view>

namespace gradus::report {

// The text in the terminal's own colour for the tone; unchanged without colour.
[[nodiscard]] std::string paint(std::string_view text, Tone tone, bool colour);

}  // namespace gradus::report
