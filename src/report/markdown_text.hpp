#pragma once

#include "gradus/report/document.hpp"

#include <string>
#include <string_view>

// The learner's texts in Markdown (CommonMark with GitHub's tables and bare links): they read as
// they were typed, and only http, https and mailto addresses become links.
namespace gradus::report {

// For use within a line, a table cell or an emphasis.
[[nodiscard]] std::string markdown_text(std::string_view text);

// For the start of a line, where "1." or "-" would begin a list.
[[nodiscard]] std::string markdown_line(std::string_view text);

// "[Mode](<https://mode.com>)"; plain text and address if the address must not become a link.
[[nodiscard]] std::string markdown_link(const Link& link);

[[nodiscard]] std::string markdown_code(std::string_view text);

}  // namespace gradus::report
