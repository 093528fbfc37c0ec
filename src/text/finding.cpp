#include "gradus/text/finding.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace gradus::text {

namespace {

// A file's name, a key or a value may have line feeds in it, which must not begin a line of output.
std::string on_one_line(std::string text) {
  constexpr std::string_view picture = "\xE2\x90\x8A";  // ␊
  for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at))
    text.replace(at, 1, picture);
  return text;
}

}  // namespace

std::string Finding::text(std::string_view file) const {
  const char* kind = severity == Severity::advice ? "advice: " : "";
  if (pointer.empty()) return on_one_line(fmt::format("{}:{}: {}{}", file, line, kind, message));
  return on_one_line(fmt::format("{}:{}: {}: {}{}", file, line, pointer, kind, message));
}

}  // namespace gradus::text
