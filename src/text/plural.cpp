#include "gradus/text/plural.hpp"

#include <fmt/format.h>

namespace gradus::text {

std::string counted(long long number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string counted(long long number, std::string_view noun, std::string_view plural) {
  return fmt::format("{} {}", number, number == 1 ? noun : plural);
}

}  // namespace gradus::text
