#include "report/html/html_parts.hpp"

#include "report/bar.hpp"
#include "report/html/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::report {
namespace {

constexpr std::size_t text_bar_length = 20;
constexpr std::size_t narrow_columns = 3;  // of a table that fits a telephone

// Wide enough to be seen, and short of the end if something is missing.
double percent_of(double share) {
  constexpr double least = 1;
  constexpr double most = 99;
  constexpr double all = 100;
  if (!(share > 0)) return 0;  // NaN counts as nothing
  return share >= 1 ? all : std::clamp(share * all, least, most);
}

// Its words stand beside it, so nobody has to hear of the picture.
std::string html_bar(const Bar& bar, const HtmlStyle& style) {
  if (!style.drawings)
    return "<span class=\"blocks\" aria-hidden=\"true\">" +
           draw_bar(bar.share(), text_bar_length, {"▓", "░"}) + "</span>";
  return fmt::format(
      "<svg class=\"bar\" width=\"100%\" height=\"12\" aria-hidden=\"true\">"
      "<rect class=\"rail\" width=\"100%\" height=\"12\" fill=\"none\" stroke=\"#767f89\"/>"
      "<rect class=\"{}\" width=\"{:.4g}%\" height=\"12\" fill=\"#2f6fd0\"/></svg>",
      bar.share() >= 1 ? "whole" : "part", percent_of(bar.share()));
}

std::string toned(Tone tone, std::string markup) {
  if (tone == Tone::plain || markup.empty()) return markup;
  if (tone == Tone::strong) return "<strong>" + std::move(markup) + "</strong>";
  return fmt::format("<span{}>{}</span>", tone_class(tone), markup);
}

std::string_view align_class(const Column& column) {
  return column.align == Align::right ? " class=\"number\"" : "";
}

// The first cell says what the row is about.
std::string table_row(const std::vector<Cell>& cells, const Table& table) {
  std::string out = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool names = i == 0 && !cells[i].text.empty();
    const auto* const element = names ? "th" : "td";
    out += fmt::format("<{}{}{}>{}</{}>", element, names ? " scope=\"row\"" : "",
                       align_class(table.columns[i]),
                       toned(cells[i].tone, html_text(cells[i].text)), element);
  }
  return out + "</tr>\n";
}

std::string table_head(const Table& table) {
  std::string out = "<thead>\n<tr>";
  for (const auto& column : table.columns) {
    const auto align = align_class(column);
    // What has no title heads nothing.
    out += column.title.empty()
               ? std::string("<td></td>")
               : fmt::format("<th scope=\"col\"{}>{}</th>", align, html_name(column.title));
  }
  return out + "</tr>\n</thead>\n";
}

std::string item_markup(const Item& item) {
  if (item.mark.empty()) return toned(item.tone, html_line(item.text));
  return fmt::format("<strong{}>{}</strong> {}", tone_class(item.tone), html_name(item.mark),
                     html_line(item.text));
}

std::string details_markup(const std::vector<Line>& details) {
  if (details.empty()) return {};
  std::string out = "\n<ul class=\"more\">\n";
  for (const auto& detail : details) out += "<li>" + html_line(detail) + "</li>\n";
  return out + "</ul>";
}

}  // namespace

std::string UniqueNames::next(const std::string& name) {
  const auto times = ++used_[name];
  return times == 1 ? name : fmt::format("{} ({})", name, times);
}

std::string_view tone_class(Tone tone) {
  switch (tone) {
    case Tone::good:
      return " class=\"good\"";
    case Tone::bad:
      return " class=\"bad\"";
    case Tone::faint:
      return " class=\"faint\"";
    case Tone::plain:
    case Tone::strong:
      break;
  }
  return "";
}

std::string html_facts(const FactList& list) {
  std::string out = "<dl>\n";
  bool first = true;
  for (const auto& [name, value] : list.facts) {
    // Without a name it goes on with the one above.
    if (!name.empty() || first) out += "<dt>" + html_name(name) + "</dt>\n";
    out += "<dd>" + html_text(value) + "</dd>\n";
    first = false;
  }
  return out + "</dl>\n";
}

std::string html_table(const Table& table, const std::string& caption, UniqueNames& names) {
  std::string out = "<table>\n";
  if (!caption.empty()) out += "<caption>" + html_name(caption) + "</caption>\n";
  out += table_head(table) + "<tbody>\n";
  for (const auto& row : table.rows) out += table_row(row, table);
  out += "</tbody>\n</table>\n";
  if (table.columns.size() <= narrow_columns) return out;
  const auto name = names.next(caption.empty() ? "Table" : "Table: " + caption);
  return html_scroll(out, name);
}

std::string html_scroll(const std::string& markup, const std::string& name) {
  return fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
      html_escaped(name), markup);
}

std::string html_bars(const BarList& list, const HtmlStyle& style) {
  std::string out = "<ul class=\"bars\">\n";
  for (const auto& bar : list.bars)
    out += fmt::format("<li><span class=\"label\">{}</span> {} <span>{}</span></li>\n",
                       html_name(bar.label), html_bar(bar, style), html_text(bar.words));
  return out + "</ul>\n";
}

std::string html_items(const std::vector<Item>& items) {
  const bool marked = std::ranges::any_of(items, [](const Item& i) { return !i.mark.empty(); });
  std::string out = marked ? "<ul class=\"marked\">\n" : "<ul>\n";
  for (const auto& item : items) {
    out += "<li>" + item_markup(item) + details_markup(item.details);
    if (!item.items.empty()) out += "\n" + html_items(item.items);
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

std::string html_command(const Command& command) {
  auto out =
      "<p class=\"next\"><strong>Next:</strong> <code>" + html_escaped(command.command) + "</code>";
  if (!command.reason.empty()) out += " (" + html_text(command.reason) + ")";
  return out + "</p>\n";
}

std::string html_details(std::string_view summary, std::string_view markup, std::string_view look) {
  return fmt::format("<details{}>\n<summary>{}</summary>\n{}</details>\n",
                     look.empty() ? std::string() : fmt::format(" class=\"{}\"", look),
                     html_name(summary), markup);
}

}  // namespace gradus::report
