#pragma once

#include "gradus/report/document.hpp"
#include "gradus/report/writers.hpp"

#include "report/html/html_parts.hpp"

#include <string>

namespace gradus::report {

// A chart as a figure: its title and words, its drawing if the style wants one, and its numbers as
// a table to be opened. `id`: a prefix of ids that no other figure has.
[[nodiscard]] std::string html_chart_figure(const Chart& chart, const std::string& id,
                                            UniqueNames& names, const HtmlStyle& style);

// The same of a timeline, with its days as a table. `title`: of the section it is in.
[[nodiscard]] std::string html_timeline_figure(const Timeline& timeline, const std::string& title,
                                               const std::string& id, UniqueNames& names,
                                               const HtmlStyle& style);

}  // namespace gradus::report
