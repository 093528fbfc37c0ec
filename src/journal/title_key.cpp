#include "gradus/journal/title_key.hpp"

#include <utf8proc.h>

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace gradus::journal {
namespace {

// In NFC: an é is the same whether it was typed as one character or as two.
std::string folded(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
  if (length < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

bool is_space(utf8proc_int32_t codepoint) {
  constexpr utf8proc_int32_t next_line = 0x85;
  if (codepoint == next_line || (codepoint >= '\t' && codepoint <= '\r')) return true;
  const auto category = utf8proc_category(codepoint);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

}  // namespace

std::string title_key(std::string_view title) {
  const std::string text = folded(title);
  std::string key;
  key.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t codepoint = -1;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                         static_cast<utf8proc_ssize_t>(text.size() - at), &codepoint);
    const std::size_t bytes = length < 1 ? 1 : static_cast<std::size_t>(length);
    if (codepoint >= 0 && is_space(codepoint)) {
      space = !key.empty();
    } else {
      if (space) key += ' ';
      space = false;
      key.append(text, at, bytes);
    }
    at += bytes;
  }
  return key;
}

}  // namespace gradus::journal
