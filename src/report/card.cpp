#include "gradus/report/shares.hpp"
#include "gradus/report/writers.hpp"

#include "report/html/html_text.hpp"
#include "report/share_parts.hpp"
#include "report/text_width.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

constexpr int card_width = 480;
constexpr int card_margin = 20;
constexpr int first_row = 88;
constexpr int row_step = 26;
constexpr int card_bar_left = 104;
constexpr int card_bar_width = 200;

constexpr std::string_view card_style =
    "<style>\n"
    ".page{fill:#fff;stroke:#d5dbe1}.ink{fill:#1c2126}.soft{fill:#565f69}.rail{fill:#e4e9ee}"
    ".done{fill:#2267c4}\n"
    "@media (prefers-color-scheme:dark){.page{fill:#15181c;stroke:#3a424b}.ink{fill:#e8ebee}"
    ".soft{fill:#a5aeb8}.rail{fill:#2a3037}.done{fill:#78b0f5}}\n"
    "text{font:14px system-ui,sans-serif}.title{font:600 18px system-ui,sans-serif}\n"
    "</style>\n";

// `text` is escaped here.
std::string card_text(std::string_view look, int x, int y, std::string_view text) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", look, x, y,
                     html_escaped(text));
}

std::string card_bar(std::string_view look, int y, double share) {
  return fmt::format(
      "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{:.0f}\" height=\"10\" rx=\"5\"/>\n", look,
      card_bar_left, y - 10, share * card_bar_width);
}

std::string card_row(const Measured& measured, int y) {
  return card_text("ink", card_margin, y, measured.name) + card_bar("rail", y, 1) +
         card_bar("done", y, measured.share()) +
         card_text("soft", card_bar_left + card_bar_width + 12, y, measured.words);
}

// The same for who can't see it.
std::string spoken_card(const insight::ProgressReport& progress) {
  std::string words = where_words(progress);
  for (const auto& each : what_is_measured(progress))
    words += fmt::format("; {}: {}", each.name, each.words);
  return words;
}

}  // namespace

std::string write_card(const insight::ProgressReport& progress) {
  constexpr std::size_t longest_title = 44;
  constexpr std::size_t longest_words = 60;
  const auto rows = what_is_measured(progress);
  const int height = first_row - 4 + row_step * static_cast<int>(rows.size() + 1);
  std::string out = fmt::format(
      "{}width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" "
      "aria-labelledby=\"t d\">\n<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n{}"
      "<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n",
      card_beginning, card_width, height, card_width, height,
      html_escaped(progress.curriculum_title), html_escaped(spoken_card(progress)), card_style,
      card_width - 1, height - 1);
  out += card_text("ink title", card_margin, 34,
                   cut(visible(progress.curriculum_title), longest_title));
  out += card_text("soft", card_margin, 58, cut(visible(where_words(progress)), longest_words));
  int y = first_row;
  for (const auto& each : rows) {
    out += card_row(each, y);
    y += row_step;
  }
  if (const auto weeks = last_weeks(progress); !weeks.empty())
    out += card_text("ink", card_margin, y, "Weeks") + card_text("soft", card_bar_left, y, weeks);
  return out + "</svg>\n";
}

}  // namespace gradus::report
