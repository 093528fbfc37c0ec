#include "gradus/exchange/utf16.hpp"

#include <cstdint>
#include <istream>
#include <optional>
#include <ostream>

namespace gradus::exchange {
namespace {

enum class Order { little_endian, big_endian };

// The next 16 bits; nullopt at the end, and where only half of them are left.
std::optional<std::uint32_t> unit(std::istream& in, Order order) {
  const int first = in.get();
  const int second = in.get();
  if (!in) return std::nullopt;
  const auto high = static_cast<std::uint32_t>(order == Order::big_endian ? first : second);
  const auto low = static_cast<std::uint32_t>(order == Order::big_endian ? second : first);
  return high << 8U | low;
}

void write_utf8(std::ostream& out, std::uint32_t character) {
  const auto rest = [&](unsigned shift) {
    out.put(static_cast<char>(0x80U | (character >> shift & 0x3FU)));
  };
  if (character < 0x80) {
    out.put(static_cast<char>(character));
  } else if (character < 0x800) {
    out.put(static_cast<char>(0xC0U | character >> 6U));
    rest(0);
  } else if (character < 0x10000) {
    out.put(static_cast<char>(0xE0U | character >> 12U));
    rest(6);
    rest(0);
  } else {
    out.put(static_cast<char>(0xF0U | character >> 18U));
    rest(12);
    rest(6);
    rest(0);
  }
}

bool is_high(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

// RFC 2781.
bool utf16_to_utf8(std::istream& in, std::ostream& out) {
  const auto mark = unit(in, Order::big_endian).value_or(0);
  if (mark != 0xFEFF && mark != 0xFFFE) return false;
  const auto order = mark == 0xFEFF ? Order::big_endian : Order::little_endian;
  while (in.peek() != std::istream::traits_type::eof()) {
    auto character = unit(in, order);
    if (!character || is_low(*character)) return false;
    if (is_high(*character)) {
      const auto low = unit(in, order);
      if (!low || !is_low(*low)) return false;
      character = 0x10000 + ((*character - 0xD800) << 10U) + (*low - 0xDC00);
    }
    write_utf8(out, *character);
  }
  return true;
}

}  // namespace gradus::exchange
