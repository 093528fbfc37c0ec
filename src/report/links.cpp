#include "gradus/report/links.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace gradus::report {
namespace {

constexpr std::array<std::string_view, 3> linkable{"http://", "https://", "mailto:"};

bool same_letter(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

bool starts_with(std::string_view text, std::string_view scheme) {
  return text.size() >= scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), text.begin(), same_letter);
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::size_t link_length(std::string_view text) {
  const auto* const scheme = std::ranges::find_if(
      linkable, [text](std::string_view candidate) { return starts_with(text, candidate); });
  if (scheme == linkable.end()) return 0;
  auto end = std::min(text.find_first_of(" <>\"`\\"), text.size());
  while (end > scheme->size() &&
         std::string_view(".,;:!?'*_)]}").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end > scheme->size() ? end : 0;
}

std::vector<Piece> pieces(std::string_view text) {
  std::vector<Piece> list;
  std::size_t begin = 0;  // of the plain piece before `at`
  std::size_t at = 0;
  while (at < text.size()) {
    const bool within_word = at > 0 && is_letter_or_digit(text[at - 1]);
    const auto length = within_word ? 0 : link_length(text.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    if (begin < at) list.push_back({text.substr(begin, at - begin), false});
    list.push_back({text.substr(at, length), true});
    at += length;
    begin = at;
  }
  if (begin < text.size()) list.push_back({text.substr(begin), false});
  return list;
}

}  // namespace gradus::report
