#include "report/html/style.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

std::uint32_t hex_value(char digit) {
  return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// The bytes that hexadecimal digits stand for, in base 64: 6 digits are 3 bytes are 4 letters. A
// digest is 10 times that and 2 bytes more.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::size_t digits_at_once = 6;
  constexpr std::size_t letters_at_once = 4;
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += digits_at_once) {
    const auto digits = hex.substr(at, digits_at_once);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < digits_at_once; ++i)
      bits = bits << 4U | (i < digits.size() ? hex_value(digits[i]) : 0U);
    // 1 byte fills 2 letters, 2 bytes 3.
    const std::size_t filled = digits.size() / 2 + 1;
    for (std::size_t i = 0; i < letters_at_once; ++i)
      out += i < filled ? letters[bits >> (18U - 6U * i) & 63U] : '=';
  }
  return out;
}

}  // namespace

std::string content_security_policy() {
  return "default-src 'none'; style-src 'sha256-" + base64_of_hex(style_sha256()) +
         "'; base-uri 'none'; form-action 'none'";
}

}  // namespace gradus::report
