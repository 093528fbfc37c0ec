#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace gradus::text {

// "1 week", "3 weeks": the noun as given for 1, with an s added for any other number. For nouns
// that need more than an s, give the plural too: counted(2, "entry", "entries").
template <std::integral Number>
[[nodiscard]] std::string counted(Number number, std::string_view noun, std::string_view plural) {
  return std::to_string(number) + ' ' + std::string(number == 1 ? noun : plural);
}
template <std::integral Number>
[[nodiscard]] std::string counted(Number number, std::string_view noun) {
  return counted(number, noun, std::string(noun) + 's');
}

// "a session", "an artefact": by the noun's first letter.
[[nodiscard]] inline std::string with_article(std::string_view noun) {
  const bool vowel =
      !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

}  // namespace gradus::text
