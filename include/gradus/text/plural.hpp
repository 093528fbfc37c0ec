#pragma once

#include <string>
#include <string_view>

namespace gradus::text {

// "1 week", "3 weeks": the noun as it is said of one, with an s for any other number. For nouns
// that take more than an s, name the plural too: counted(2, "entry", "entries").
[[nodiscard]] std::string counted(long long number, std::string_view noun);
[[nodiscard]] std::string counted(long long number, std::string_view noun, std::string_view plural);

}  // namespace gradus::text
