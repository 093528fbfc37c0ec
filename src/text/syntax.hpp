#pragma once

#include <string>
#include <string_view>

// What is wrong with text that isn't JSON, in words for people.
namespace gradus::text {

struct SyntaxError {
  std::string message;
  std::string fix;
};

// Where the parser gave up.
struct Fault {
  std::string_view reason;  // the parser's, written for programmers
  std::string_view token;   // the last one it read
  std::string_view tail;    // the end of its line up to there, at most 24 printable characters
  std::string_view word;    // the unquoted word or number it is in
  bool overflow;            // a number out of range
};

[[nodiscard]] SyntaxError explain(const Fault& fault);

}  // namespace gradus::text
