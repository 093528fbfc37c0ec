#include "exchange/derived_id.hpp"

#include "gradus/curriculum/load.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>

namespace gradus::exchange {
namespace {

// The hash's first 16 bytes, from 32 hexadecimal digits.
journal::EntryId hashed(std::string_view text) {
  const auto hash = curriculum::content_hash(text);
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto digits = std::string_view(hash).substr(2 * i, 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), bytes.at(i), 16);
  }
  return journal::EntryId::from_hash(bytes);
}

journal::EntryId salted(std::string_view salt, std::string_view text) {
  return salt.empty() ? hashed(text) : hashed(fmt::format("{}\n{}", salt, text));
}

}  // namespace

journal::EntryId derived_id(std::string_view name, const Source& source) {
  auto first = salted(source.salt, name);
  const auto times = source.count(first);
  return times == 1 ? first : salted(source.salt, fmt::format("{}\n{}", name, times));
}

}  // namespace gradus::exchange
