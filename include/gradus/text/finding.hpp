#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::text {

enum class Severity { error, advice };

// Something an author got wrong, or should look at.
struct Finding {
  Severity severity;
  std::size_t line;
  std::string pointer;  // RFC 6901; "" is the whole document
  std::string message;  // what is wrong
  std::string fix;      // what to type or change

  // "file:line: /json/pointer: message"
  [[nodiscard]] std::string text(std::string_view file) const;
};

}  // namespace gradus::text
