#include "report/links.hpp"

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

}  // namespace gradus::report
