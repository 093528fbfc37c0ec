#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::journal {

// An entry's permanent name: a UUID, either random (version 4) or derived from a hash by an import
// (version 8). Written in lower case with dashes.
class EntryId {
 public:
  // A version 4 id from 16 random bytes; six of the bits are overwritten.
  [[nodiscard]] static EntryId from_random(std::array<std::uint8_t, 16> bytes);
  // A version 8 id from 16 bytes of a hash; the same six bits are overwritten.
  [[nodiscard]] static EntryId from_hash(std::array<std::uint8_t, 16> bytes);
  // Reads the 36 characters of a UUID, in any case and of any version.
  [[nodiscard]] static std::optional<EntryId> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }

  [[nodiscard]] friend bool operator==(const EntryId&, const EntryId&) = default;
  [[nodiscard]] friend auto operator<=>(const EntryId&, const EntryId&) = default;

 private:
  explicit EntryId(std::string text) : text_(std::move(text)) {}
  static EntryId of_version(std::array<std::uint8_t, 16> bytes, unsigned version);
  std::string text_;
};

}  // namespace gradus::journal
