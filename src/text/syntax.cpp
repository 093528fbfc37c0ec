#include "text/syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gradus::text {
namespace {

// A word from another language, and its JSON equivalent.
struct Foreign {
  std::string_view word;
  std::string_view json;
};
constexpr std::array foreign_words{
    Foreign{"True", "true"},   Foreign{"TRUE", "true"},   Foreign{"yes", "true"},
    Foreign{"False", "false"}, Foreign{"FALSE", "false"}, Foreign{"no", "false"},
    Foreign{"None", "null"},   Foreign{"NULL", "null"},   Foreign{"undefined", "null"},
};

bool is_no_number(std::string_view word) {
  if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
  return word == "NaN" || word == "nan" || word == "Infinity" || word == "Inf" || word == "inf";
}

bool starts_like_a_number(std::string_view word) {
  constexpr std::string_view starts = "+-.0123456789";
  return !word.empty() && starts.find(word.front()) != std::string_view::npos;
}

// The tail without its last character and the blanks before it.
std::string_view before_last(std::string_view tail) {
  tail.remove_suffix(1);
  while (tail.ends_with(' ') || tail.ends_with('\t')) tail.remove_suffix(1);
  return tail;
}

std::string fix_near(const Fault& fault) {
  const char last = fault.tail.back();
  if (last == '\'') return "write \" in place of '";
  if ((last == '}' || last == ']') && before_last(fault.tail).ends_with(','))
    return fmt::format("remove the comma before the {}", last);
  if (last == '"' || last == '{' || last == '[') return "put a comma before it";
  if (last == '=' || last == ';') return "write : after a key and , between values";
  const auto* const known = std::ranges::find(foreign_words, fault.word, &Foreign::word);
  if (known != foreign_words.end()) return fmt::format("write {}", known->json);
  if (starts_like_a_number(fault.word))
    return "write numbers as 16, -2 or 0.5: no plus sign, no leading zero, a digit before the "
           "point";
  if (!fault.word.empty()) return "put quotes around text and keys";
  return "check for a comma, quote or bracket before it";
}

SyntaxError explain_end(std::string_view reason) {
  if (reason.find("missing closing quote") != std::string_view::npos)
    return {"the file ends inside quoted text: a \" is missing", "add \" where that text ends"};
  return {"the file ends too early: a value, a ] or a } is missing",
          "close what is open, innermost first"};
}

}  // namespace

SyntaxError explain(const Fault& fault) {
  const auto says = [&](std::string_view words) {
    return fault.reason.find(words) != std::string_view::npos;
  };
  if (fault.overflow)
    return {fmt::format("the number {} is too large", fault.token), "write a smaller number"};
  if (says("UTF-8")) return {"this text is not UTF-8", "save the file as UTF-8"};
  if (says("missing closing quote") || says("unexpected end of input"))
    return explain_end(fault.reason);
  if (says("surrogate")) {
    return {
        "a \\u escape is half a character: it takes one from \\ud800 to \\udbff followed by one "
        "from "
        "\\udc00 to \\udfff",
        "write the character itself"};
  }
  if (says("must be escaped")) {
    return {
        "quoted text must end on the line it begins on; inside it, a line break is written \\n and "
        "a tab \\t",
        "end the text with \" or write \\n"};
  }
  if (fault.tail.empty()) {
    return {"not JSON: this character is only allowed inside quoted text",
            "remove it; quotes are written \""};
  }
  if (fault.tail.ends_with('/'))
    return {"not JSON: comments are not allowed", "remove the comment"};
  if (is_no_number(fault.word)) {
    return {fmt::format("not JSON: {} is not a number", fault.word),
            "write a number, or leave the key out"};
  }
  return {fmt::format(
              "not JSON near «{}»: perhaps a comma is missing before it, or there is one too many",
              fault.tail),
          fix_near(fault)};
}

}  // namespace gradus::text
