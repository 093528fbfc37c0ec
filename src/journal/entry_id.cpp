#include "gradus/journal/entry_id.hpp"

#include "gradus/calendar/lower.hpp"

#include <cstddef>

namespace gradus::journal {
namespace {

constexpr std::size_t text_length = 36;
constexpr std::string_view hex_digits = "0123456789abcdef";

bool is_dash_position(std::size_t position) {
  return position == 8 || position == 13 || position == 18 || position == 23;
}

}  // namespace

// Sets the version and variant bits: RFC 9562, 4.1, 4.2 and 5.4, 5.8.
EntryId EntryId::of_version(std::array<std::uint8_t, 16> bytes, unsigned version) {
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | (version << 4U));
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  std::string text;
  text.reserve(text_length);
  for (const auto byte : bytes) {
    if (is_dash_position(text.size())) text += '-';
    text += hex_digits[byte >> 4U];
    text += hex_digits[byte & 0x0FU];
  }
  return EntryId(std::move(text));
}

EntryId EntryId::from_random(std::array<std::uint8_t, 16> bytes) {
  return of_version(bytes, 4);
}

EntryId EntryId::from_hash(std::array<std::uint8_t, 16> bytes) {
  return of_version(bytes, 8);
}

std::optional<EntryId> EntryId::parse(std::string_view text) {
  if (text.size() != text_length) return std::nullopt;
  auto canonical = lower(text);
  for (std::size_t i = 0; i < canonical.size(); ++i) {
    const bool fits = is_dash_position(i) ? canonical[i] == '-'
                                          : hex_digits.find(canonical[i]) != hex_digits.npos;
    if (!fits) return std::nullopt;
  }
  return EntryId(std::move(canonical));
}

}  // namespace gradus::journal
