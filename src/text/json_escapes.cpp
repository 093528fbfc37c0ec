#include "gradus/text/json_escapes.hpp"

#include "gradus/text/code_point.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace gradus::text {

std::string with_escapes(std::string json) {
  // nlohmann escapes C0 itself.
  constexpr unsigned char del = 0x7F;
  const auto may_drive = [](char byte) { return static_cast<unsigned char>(byte) >= del; };
  if (std::ranges::none_of(json, may_drive)) return json;
  std::string out;
  out.reserve(json.size());
  for (std::string_view rest = json; !rest.empty();) {
    const auto character = first_code_point(rest);
    if (character.value != '\n' && drives_terminal(character.value))
      out += fmt::format("\\u{:04x}", character.value);
    else
      out += character.bytes;
    rest.remove_prefix(character.bytes.size());
  }
  return out;
}

}  // namespace gradus::text
