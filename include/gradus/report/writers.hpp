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
};

[[nodiscard]] std::string write_text(const Document& document, const TextStyle& style);
[[nodiscard]] std::string write_markdown(const Document& document);

// Terminal columns that a UTF-8 text takes; 2 for wide characters, 0 for combining ones.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The text with control characters (C0, DEL, C1, bidirectional overrides, line ends) and invalid
// UTF-8 made visible, so that no note can drive a terminal.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace gradus::report
