#include "gradus/report/writers.hpp"

#include "report/code_point.hpp"

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

bool within(std::int32_t value, std::int32_t first, std::int32_t last) {
  return first <= value && value <= last;
}

void append_utf8(std::string& out, std::int32_t code_point) {
  char bytes[4];
  const auto length = utf8proc_encode_char(code_point, reinterpret_cast<utf8proc_uint8_t*>(bytes));
  out.append(bytes, static_cast<std::size_t>(length));
}

void append_visible(std::string& out, const CodePoint& character) {
  if (character.value < 0) {
    out += fmt::format("<0x{:02X}>", static_cast<unsigned char>(character.bytes.front()));
  } else if (!drives_terminal(character.value)) {
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

CodePoint first_code_point(std::string_view text) {
  if (within(text.front(), 0x00, 0x7F)) return {text.front(), text.substr(0, 1)};  // most are
  utf8proc_int32_t value = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (length <= 0) return {-1, text.substr(0, 1)};
  return {value, text.substr(0, static_cast<std::size_t>(length))};
}

bool drives_terminal(std::int32_t code_point) {
  return within(code_point, 0x00, 0x1F) || within(code_point, del, 0x9F) || code_point == 0x061C ||
         within(code_point, 0x200E, 0x200F) || within(code_point, 0x2028, 0x2029) ||
         within(code_point, 0x202A, 0x202E) || within(code_point, 0x2066, 0x2069);
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto character = first_code_point(text);
    append_visible(out, character);
    text.remove_prefix(character.bytes.size());
  }
  return out;
}

}  // namespace gradus::report
