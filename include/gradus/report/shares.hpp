#pragma once

#include "gradus/insight/progress_report.hpp"

#include <string>

// The report in a form to show to everybody. Nothing that the learner wrote is in any of them but
// the titles of the curriculum.
namespace gradus::report {

// At most ten lines to post, with bars of blocks.
[[nodiscard]] std::string share_lines(const insight::ProgressReport& progress);

// A card as SVG, light or dark as its reader has it.
[[nodiscard]] std::string write_card(const insight::ProgressReport& progress);
inline constexpr std::string_view card_beginning =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gradus-card\" ";

// What shields.io asks of an address to make a badge of:
// {"schemaVersion", "label", "message", "color"}.
[[nodiscard]] std::string badge(const insight::ProgressReport& progress);
inline constexpr std::string_view badge_beginning = "{\n  \"schemaVersion\": 1";

}  // namespace gradus::report
