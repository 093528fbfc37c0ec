#include "gradus/text/finding.hpp"

#include <fmt/format.h>

namespace gradus::text {

std::string Finding::text(std::string_view file) const {
  const char* kind = severity == Severity::advice ? "advice: " : "";
  if (pointer.empty()) return fmt::format("{}:{}: {}{}", file, line, kind, message);
  return fmt::format("{}:{}: {}: {}{}", file, line, pointer, kind, message);
}

}  // namespace gradus::text
