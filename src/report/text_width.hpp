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

// The same, but what is cut off begins with a word, if a word fits at all.
[[nodiscard]] std::string cut_at_word(std::string_view text, std::size_t width);

// The text in lines of at most `width` columns, broken at spaces; words longer than that are broken
// anywhere, links and paths never. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

// A command line in lines that a shell takes for one: each but the last ends in a backslash. What
// stands in quotes is not broken.
[[nodiscard]] std::vector<std::string> wrap_command(std::string_view command, std::size_t width);

// Columns of the longest word.
[[nodiscard]] std::size_t longest_word(std::string_view text);

}  // namespace gradus::report
