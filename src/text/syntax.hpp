#pragma once

#include <string>
#include <string_view>

// What is wrong with a text that is no JSON, in words for people.
namespace gradus::text {

struct SyntaxError {
  std::string message;
  std::string fix;
};

// Where the parser gave up.
struct Fault {
  std::string_view reason;  // the parser's, written for programmers
  std::string_view token;   // the last one it read
  std::string_view tail;    // what stands on its line up to there, as far as anyone can type it
  std::string_view word;    // the unquoted word or number it stands in
  bool overflow;            // a number past all bounds
};

[[nodiscard]] SyntaxError explain(const Fault& fault);

}  // namespace gradus::text
