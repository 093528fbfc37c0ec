#pragma once

#include "gradus/evidence/folder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gradus::evidence {

// The README at the top of the folder; empty when there is none.
[[nodiscard]] std::string readme_of(const std::vector<File>& files);

// The texts of its headings: lines that begin with # or =, and lines underlined with = - ~ ^ or *.
// Anything between ``` or ~~~ is code.
[[nodiscard]] std::vector<std::string> headings_of(std::string_view text);

// Whether the text contains the words as whole words, allowing a plural s; case, line breaks and
// spaces make no difference. Both must be folded.
[[nodiscard]] bool mentions(std::string_view folded_text, std::string_view folded_words);

// The text in one case, with every run of spaces and line breaks as one space.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace gradus::evidence
