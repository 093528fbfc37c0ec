#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradus::text {

// The known names closest to a misspelt one, best first, three at most; empty when none is near
// (by Damerau-Levenshtein distance, at most a third of the word's length; names that it begins;
// names of the same letters).
[[nodiscard]] std::vector<std::string> nearest(std::string_view wrong,
                                               const std::vector<std::string>& known);

// "did you mean window-functions or windowing?"; empty when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view wrong,
                                       const std::vector<std::string>& known);

// The same, else "there is a, b, c, …"; empty when nothing is known.
[[nodiscard]] std::string nearest_or_all(std::string_view wrong,
                                         const std::vector<std::string>& known);

// "\"hrad\" is none of easy, medium, hard; did you mean hard?"
[[nodiscard]] std::string none_of(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace gradus::text
