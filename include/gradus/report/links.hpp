#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gradus::report {

// Only http, https and mailto addresses become links, in any format: an address of another scheme
// may run something when it is followed.

// Bytes of the link at the very start of the text; 0 when there is none. Punctuation that ends a
// sentence is not part of it.
[[nodiscard]] std::size_t link_length(std::string_view text);

[[nodiscard]] inline bool starts_with_link(std::string_view text) {
  return link_length(text) > 0;
}

// Whether the whole text is one link.
[[nodiscard]] inline bool is_link(std::string_view text) {
  return !text.empty() && link_length(text) == text.size();
}

// A part of a text: a link, or what is between two links.
struct Piece {
  std::string_view text;
  bool link;
};
// Splits the whole text into pieces. A link begins a word: "xhttp://" is not one.
[[nodiscard]] std::vector<Piece> pieces(std::string_view text);

}  // namespace gradus::report
