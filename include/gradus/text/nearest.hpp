#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradus::text {

// The known names closest to a misspelt one, best first, at most three; empty when none is near. A
// name is near by Damerau-Levenshtein distance (at most a third of the word's length), when it
// begins with the word, when it has the same letters, or when all parts of a word of several,
// between dashes, are among its own in that order (cte-chain: sql-cte-chain).
[[nodiscard]] std::vector<std::string> nearest(std::string_view wrong,
                                               const std::vector<std::string>& known);

// "did you mean window-functions or windowing?"; empty when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view wrong,
                                       const std::vector<std::string>& known);

// The same, or else "choose from a, b, c, …". Never empty.
[[nodiscard]] std::string nearest_or_all(std::string_view wrong,
                                         const std::vector<std::string>& known);

// "\"hrad\" is not one of easy, medium, hard; did you mean hard?"
[[nodiscard]] std::string none_of(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace gradus::text
