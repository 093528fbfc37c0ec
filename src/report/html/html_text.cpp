#include "report/html/html_text.hpp"

#include "gradus/report/links.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/text/code_point.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

// Code points that no HTML document may hold, though UTF-8 can write them.
bool is_noncharacter(std::int32_t code_point) {
  constexpr std::int32_t last_two_of_plane = 0xFFFE;
  return (code_point >= 0xFDD0 && code_point <= 0xFDEF) ||
         (code_point & last_two_of_plane) == last_two_of_plane;
}

bool is_right_to_left(std::int32_t code_point) {
  if (code_point < 0x0590) return false;  // most are
  const auto direction = utf8proc_get_property(code_point)->bidi_class;
  return direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL ||
         direction == UTF8PROC_BIDI_CLASS_AN;
}

bool holds_right_to_left(std::string_view text) {
  while (!text.empty()) {
    const auto character = text::first_code_point(text);
    if (is_right_to_left(character.value)) return true;
    text.remove_prefix(character.bytes.size());
  }
  return false;
}

void append_escaped(std::string& out, const text::CodePoint& character) {
  switch (character.value) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\'':
      out += "&#39;";
      return;
    default:
      break;
  }
  if (is_noncharacter(character.value))
    out += fmt::format("&lt;U+{:04X}&gt;", character.value);
  else
    out += character.bytes;
}

// Of a text that visible() has treated.
std::string escaped_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto character = text::first_code_point(text);
    append_escaped(out, character);
    text.remove_prefix(character.bytes.size());
  }
  return out;
}

std::string isolated(std::string_view text, std::string markup) {
  return holds_right_to_left(text) ? "<bdi>" + std::move(markup) + "</bdi>" : markup;
}

// A link whose words are its address needs no second one on paper.
std::string anchor(std::string_view address, std::string_view words) {
  return fmt::format("<a{} href=\"{}\">{}</a>", words == address ? "" : " class=\"named\"",
                     escaped_markup(address), escaped_markup(words));
}

}  // namespace

std::string html_escaped(std::string_view text) {
  return escaped_markup(visible(text));
}

std::string html_name(std::string_view text) {
  const auto shown = visible(text);
  return isolated(shown, escaped_markup(shown));
}

std::string html_text(std::string_view text) {
  const auto shown = visible(text);
  std::string out;
  out.reserve(shown.size());
  for (const auto& piece : pieces(shown))
    out += piece.link ? anchor(piece.text, piece.text) : escaped_markup(piece.text);
  return isolated(shown, std::move(out));
}

std::string html_link(const Link& link) {
  const auto url = visible(link.url);
  if (!is_link(url)) return html_text(link.text.empty() ? url : link.text + ", " + url);
  const auto words = link.text.empty() ? url : visible(link.text);
  return isolated(words, anchor(url, words));
}

std::string html_line(const Line& line) {
  const auto* const link = std::get_if<Link>(&line);
  return link != nullptr ? html_link(*link) : html_text(std::get<std::string>(line));
}

}  // namespace gradus::report
