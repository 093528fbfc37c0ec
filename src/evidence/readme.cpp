#include "evidence/readme.hpp"

#include "gradus/calendar/lower.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace gradus::evidence {
namespace {

constexpr std::string_view spaces = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

// Case-folded by the rules of Unicode; in bytes that aren't UTF-8, only the ASCII letters are.
std::string case_folded(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
  if (length < 0) return lower(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

// ASCII only: Chinese or Japanese text puts no spaces between its words.
bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool ends_word(char last, std::string_view rest) {
  if (!in_word(last)) return true;
  if (!rest.empty() && rest.front() == 's') rest.remove_prefix(1);
  return rest.empty() || !in_word(rest.front());
}

bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// "====" under a line makes that line a heading.
bool is_underline(std::string_view line) {
  constexpr std::size_t least = 2;
  return line.size() >= least &&
         std::string_view("=-~^*").find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

}  // namespace

std::string readme_of(const std::vector<File>& files) {
  constexpr std::array names{"readme.md",   "readme.markdown", "readme.rst",
                             "readme.adoc", "readme.txt",      "readme"};
  for (const char* name : names) {
    const auto found =
        std::ranges::find_if(files, [&](const File& file) { return lower(file.path) == name; });
    if (found != files.end()) return found->path;
  }
  return "";
}

std::vector<std::string> headings_of(std::string_view text) {
  std::vector<std::string> headings;
  std::string_view before;
  bool code = false;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_fence(line) && !(line.front() == '~' && is_underline(line) && !before.empty())) {
      code = !code;
    } else if (!code && is_underline(line)) {
      if (!before.empty()) headings.emplace_back(before);
    } else if (!code &&
               (line.starts_with('#') || line.starts_with("= ") || line.starts_with("=="))) {
      headings.emplace_back(line.substr(std::min(line.find_first_not_of("#= \t"), line.size())));
    }
    before = code ? std::string_view{} : line;
  }
  return headings;
}

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : case_folded(text)) {
    if (spaces.find(c) == std::string_view::npos)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return result;
}

bool mentions(std::string_view folded_text, std::string_view folded_words) {
  if (folded_words.empty()) return true;
  const bool word_first = in_word(folded_words.front());
  for (auto at = folded_text.find(folded_words); at != std::string_view::npos;
       at = folded_text.find(folded_words, at + 1)) {
    const bool begins = !word_first || at == 0 || !in_word(folded_text[at - 1]);
    const auto rest = folded_text.substr(at + folded_words.size());
    if (begins && ends_word(folded_words.back(), rest)) return true;
  }
  return false;
}

}  // namespace gradus::evidence
