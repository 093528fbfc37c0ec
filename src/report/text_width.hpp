#pragma once

#include "gradus/report/document.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Fitting text into the columns of a terminal. A character is never separated from what combines
// with it. All functions take text that visible() has already treated.
namespace gradus::report {

// At most `width` columns, with "…" in place of what is cut off.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

// At least `width` columns, filled with spaces.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width, Align align = Align::left);

// The text in lines of at most `width` columns, broken at spaces; words longer than that are broken
// anywhere, links never. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace gradus::report
