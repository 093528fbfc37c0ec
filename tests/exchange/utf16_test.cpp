#include "gradus/exchange/utf16.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::exchange::utf16_test {
namespace {

using namespace std::string_literals;

std::optional<std::string> as_utf8(const std::string& bytes) {
  std::istringstream in(bytes);
  std::ostringstream out;
  if (!utf16_to_utf8(in, out)) return std::nullopt;
  return out.str();
}

// UTF-16 with its mark; `units` in the order of the text.
std::string encoded(const std::vector<std::uint16_t>& units, bool big_endian) {
  std::string bytes;
  const auto put = [&](std::uint16_t unit) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  };
  put(0xFEFF);
  for (const auto unit : units) put(unit);
  return bytes;
}

TEST_CASE("UTF-16 of either order of bytes is read by its mark", "[exchange]") {
  const std::vector<std::uint16_t> units{'a', '\n', 0xE9, 0x65E5, 0xD83D, 0xDE00, 0xFFFD};
  for (const bool big_endian : {true, false})
    CHECK(as_utf8(encoded(units, big_endian)) == "a\né日😀\xEF\xBF\xBD");
  CHECK(as_utf8("\xFF\xFE"s) == "");
}

TEST_CASE("what is no UTF-16 is refused", "[exchange]") {
  CHECK_FALSE(as_utf8(""));
  CHECK_FALSE(as_utf8("on"));
  CHECK_FALSE(
      as_utf8("\xFF\xFE"
              "a"s));
  for (const bool big_endian : {true, false}) {
    CHECK_FALSE(as_utf8(encoded({0xD83D}, big_endian)));
    CHECK_FALSE(as_utf8(encoded({0xD83D, 'a'}, big_endian)));
    CHECK_FALSE(as_utf8(encoded({0xDE00, 0xD83D}, big_endian)));
  }
}

TEST_CASE("the order of bytes makes no difference, and every character has its length",
          "[exchange]") {
  REQUIRE(rc::check("utf16_to_utf8", [] {
    std::vector<std::uint16_t> units;
    std::size_t length = 0;
    const auto characters = *rc::gen::container<std::vector<std::uint32_t>>(
        rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(0, 0x110000),
                          [](std::uint32_t c) { return c < 0xD800 || c > 0xDFFF; }));
    for (const auto c : characters) {
      if (c >= 0x10000) {
        units.push_back(static_cast<std::uint16_t>(0xD800 + ((c - 0x10000) >> 10U)));
        units.push_back(static_cast<std::uint16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU)));
      } else {
        units.push_back(static_cast<std::uint16_t>(c));
      }
      length += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
    }
    const auto text = as_utf8(encoded(units, true));
    RC_ASSERT(text == as_utf8(encoded(units, false)));
    RC_ASSERT(text.has_value());
    RC_ASSERT(text->size() == length);
  }));
}

}  // namespace
}  // namespace gradus::exchange::utf16_test
