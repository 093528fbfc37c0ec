#pragma once

#include "gradus/report/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::report {

struct TextStyle {
  bool colour = false;
  // Columns of the terminal; nullopt when piped: then nothing is cut or wrapped.
  std::optional<std::size_t> width{};
  bool ascii = false;  // bars, lines and signs in ASCII: the terminal may not know others
};

[[nodiscard]] std::string write_text(const Document& document, const TextStyle& style);
[[nodiscard]] std::string write_markdown(const Document& document);

struct HtmlStyle {
  // Pictures as SVG. Without them bars are rows of blocks, for mail programs that leave SVG out.
  bool drawings = true;
};

// One page that needs nothing else: it loads nothing, runs nothing, and reads in order without its
// style. The same document is the same page, byte for byte.
[[nodiscard]] std::string write_html(const Document& document, const HtmlStyle& style = {});

// As each such page begins.
inline constexpr std::string_view html_beginning =
    "<!doctype html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"generator\" content=\"gradus\">\n";

// The text with ASCII in place of the signs that gradus draws with, each as wide.
[[nodiscard]] std::string ascii_drawing(std::string_view text);

// Lines for a terminal of so many columns: a longer one goes on below, indented, and no word of it
// is cut unless it is wider than the terminal. As it is when piped.
[[nodiscard]] std::string fitted(std::string_view text, std::optional<std::size_t> width);

// Terminal columns that a UTF-8 text takes; 2 for wide characters, 0 for combining ones.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The text with control characters (C0, DEL, C1, bidirectional overrides, line ends) and invalid
// UTF-8 made visible, so that no note can drive a terminal.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace gradus::report
