#pragma once

#include "gradus/report/document.hpp"

#include <string>
#include <string_view>

// Text that may come from users, for each place of a page. In all of them control characters and
// bidirectional overrides are made visible, and nothing is taken for markup.
namespace gradus::report {

// For an attribute's value in double quotes, for <title>, and for SVG.
[[nodiscard]] std::string html_escaped(std::string_view text);

// For the content of an element: a text with letters of a right-to-left script stands in a <bdi>,
// so that it leaves the order of what surrounds it alone.
[[nodiscard]] std::string html_name(std::string_view text);

// The same, where the addresses in it become links: those of http, https and mailto.
[[nodiscard]] std::string html_text(std::string_view text);

// A link, or just its words if its address may not become one.
[[nodiscard]] std::string html_link(const Link& link);
[[nodiscard]] std::string html_line(const Line& line);

}  // namespace gradus::report
