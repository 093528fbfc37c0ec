#include "report/markdown_text.hpp"

#include "gradus/report/links.hpp"
#include "gradus/report/writers.hpp"

#include <algorithm>
#include <cstddef>

namespace gradus::report {
namespace {

constexpr std::string_view special = "\\`*_{}[]<>#|~&$";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "ftp:" and the like: GitHub makes links of some schemes by itself.
bool ends_a_scheme(std::string_view text, std::size_t colon) {
  return text[colon] == ':' && colon > 0 && is_letter(text[colon - 1]) && colon + 1 < text.size() &&
         text[colon + 1] != ' ';
}

// What would end a table's cell or the link itself, percent-encoded.
std::string bracketed(std::string_view address) {
  std::string out = "<";
  for (const char c : address) {
    if (c == '|') {
      out += "%7C";
    } else {
      out += c;
    }
  }
  return out + ">";
}

std::string escape(std::string_view text) {
  std::string out;
  for (const auto& piece : pieces(text)) {
    if (piece.link) {
      out += bracketed(piece.text);
      continue;
    }
    for (std::size_t i = 0; i < piece.text.size(); ++i) {
      const bool escaped =
          special.find(piece.text[i]) != std::string_view::npos || ends_a_scheme(piece.text, i);
      if (escaped) out += '\\';
      out += piece.text[i];
    }
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Where a backslash keeps the line from beginning a list, a rule or an underline: npos if nowhere.
std::size_t block_start(std::string_view line) {
  if (line.empty()) return std::string_view::npos;
  if (line.front() == '-' || line.front() == '+' || line.front() == '=') return 0;
  const auto digits =
      static_cast<std::size_t>(std::ranges::find_if_not(line, is_digit) - line.begin());
  const bool numbered =
      digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return numbered ? digits : std::string_view::npos;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const auto shown = visible(text);
  return escape(trimmed(shown));
}

std::string markdown_line(std::string_view text) {
  auto line = markdown_text(text);
  const auto position = block_start(line);
  if (position != std::string::npos) line.insert(position, 1, '\\');
  return line;
}

std::string markdown_link(const Link& link) {
  const auto url = visible(link.url);
  if (!is_link(url)) return markdown_line(link.text.empty() ? url : link.text + ", " + url);
  return link.text.empty() ? bracketed(url)
                           : "[" + markdown_text(link.text) + "](" + bracketed(url) + ")";
}

std::string markdown_code(std::string_view text) {
  const auto code = visible(text);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string space(longest > 0 ? 1 : 0, ' ');
  return fence + space + code + space + fence;
}

}  // namespace gradus::report
