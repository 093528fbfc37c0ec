#include "report/ansi.hpp"

#include <fmt/format.h>

namespace gradus::report {
namespace {

// ECMA-48, "select graphic rendition".
std::string_view rendition(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::good:
      return "32";  // green
    case Tone::bad:
      return "31";  // red
    case Tone::faint:
      return "2";
    case Tone::strong:
      return "1";
  }
  return "";
}

}  // namespace

std::string paint(std::string_view text, Tone tone, bool colour) {
  const auto code = rendition(tone);
  if (!colour || code.empty() || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace gradus::report
