#include "gradus/report/writers.hpp"
#include "gradus/text/code_point.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

constexpr std::int32_t del = 0x7F;
constexpr std::int32_t control_pictures = 0x2400;  // ␀, and after it one for each of C0
constexpr std::int32_t picture_of_del = 0x2421;

void append_utf8(std::string& out, std::int32_t code_point) {
  char bytes[4];
  const auto length = utf8proc_encode_char(code_point, reinterpret_cast<utf8proc_uint8_t*>(bytes));
  out.append(bytes, static_cast<std::size_t>(length));
}

void append_visible(std::string& out, const text::CodePoint& character) {
  if (character.value < 0) {
    out += fmt::format("<0x{:02X}>", static_cast<unsigned char>(character.bytes.front()));
  } else if (!text::drives_terminal(character.value)) {
    out += character.bytes;
  } else if (character.value < ' ') {
    append_utf8(out, control_pictures + character.value);
  } else if (character.value == del) {
    append_utf8(out, picture_of_del);
  } else {
    out += fmt::format("<U+{:04X}>", character.value);
  }
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto character = text::first_code_point(text);
    append_visible(out, character);
    text.remove_prefix(character.bytes.size());
  }
  return out;
}

}  // namespace gradus::report
