#include "gradus/text/code_point.hpp"

#include <utf8proc.h>

namespace gradus::text {
namespace {

bool within(std::int32_t value, std::int32_t first, std::int32_t last) {
  return first <= value && value <= last;
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
  return within(code_point, 0x00, 0x1F) || within(code_point, 0x7F, 0x9F) || code_point == 0x061C ||
         within(code_point, 0x200E, 0x200F) || within(code_point, 0x2028, 0x2029) ||
         within(code_point, 0x202A, 0x202E) || within(code_point, 0x2066, 0x2069);
}

}  // namespace gradus::text
