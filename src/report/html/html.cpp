#include "gradus/report/writers.hpp"

#include "report/html/figures.hpp"
#include "report/html/html_parts.hpp"
#include "report/html/html_text.hpp"
#include "report/html/style.hpp"
#include "report/html/svg.hpp"
#include "report/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {
namespace {

constexpr std::size_t longest_page_title = 120;  // columns
constexpr std::size_t least_contents = 4;        // sections that a list of contents is worth

bool is_section(const Part& part) {
  return std::holds_alternative<Section>(part);
}

std::string title_of_page(const Document& document) {
  for (const auto& part : document.parts)
    if (const auto* const section = std::get_if<Section>(&part); section != nullptr)
      return cut(visible(section->title), longest_page_title);
  return "gradus";
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const HtmlStyle& style) : style_(style) {}

  void write(const std::vector<Part>& parts) {
    for (const auto& part : parts)
      if (!is_empty(part)) std::visit(*this, static_cast<const AnyPart&>(part));
  }
  std::string text() && { return pictures_ ? svg_patterns() + out_ : std::move(out_); }

  void operator()(const Section& section) {
    ++level_;
    auto outer = std::exchange(title_, section.title);
    if (level_ == 1)
      write_outermost(section);
    else
      write_inner(section);
    title_ = std::move(outer);
    --level_;
  }

  void operator()(const Paragraph& paragraph) {
    out_ += "<p>" + html_text(paragraph.text) + "</p>\n";
  }
  void operator()(const FactList& list) { out_ += html_facts(list); }
  void operator()(const Table& table) { write_table(table, title_); }
  void operator()(const BarList& list) { out_ += html_bars(list, style_); }
  void operator()(const ItemList& list) {
    fold(html_items(list.items), list.items.size(), "points");
  }
  void operator()(const Timeline& timeline) {
    pictures_ = pictures_ || style_.drawings;
    out_ += html_timeline_figure(timeline, title_, next_picture(), names_, style_);
  }
  void operator()(const Chart& chart) {
    pictures_ = pictures_ || style_.drawings;
    out_ += html_chart_figure(chart, next_picture(), names_, style_);
  }
  void operator()(const Command& command) { out_ += html_command(command); }

 private:
  // What comes before the first section inside of it is the page's head.
  void write_outermost(const Section& section) {
    const auto& parts = section.parts;
    const auto first = std::ranges::find_if(parts, is_section);
    out_ += "<header>\n<h1>" + html_name(section.title) + "</h1>\n";
    write({parts.begin(), first});
    out_ += "</header>\n";
    write_contents(parts);
    write({first, parts.end()});
  }

  // Links to the sections that follow. They get the same numbers when they are written.
  void write_contents(const std::vector<Part>& parts) {
    const auto shown = [](const Part& part) { return is_section(part) && !is_empty(part); };
    if (std::ranges::count_if(parts, shown) < static_cast<std::ptrdiff_t>(least_contents)) return;
    out_ += "<nav aria-label=\"Contents\">\n<ul>\n";
    auto number = sections_;
    for (const auto& part : parts)
      if (shown(part))
        out_ += fmt::format("<li><a href=\"#s{}\">{}</a></li>\n", ++number,
                            html_name(std::get<Section>(part).title));
    out_ += "</ul>\n</nav>\n";
  }

  void write_inner(const Section& section) {
    constexpr std::size_t deepest = 6;
    const auto heading = std::min(level_, deepest);
    if (level_ == 2) {
      ++sections_;
      out_ += fmt::format("<section aria-labelledby=\"s{0}\">\n<h2 id=\"s{0}\">{1}</h2>\n",
                          sections_, html_name(section.title));
    } else {
      out_ += fmt::format("<section>\n<h{0}>{1}</h{0}>\n", heading, html_name(section.title));
    }
    write(section.parts);
    out_ += "</section>\n";
  }

  void write_table(const Table& table, const std::string& caption) {
    fold(html_table(table, caption, names_), table.rows.size(), "rows");
  }

  // What is long is shown when it is asked for, and in print.
  void fold(const std::string& markup, std::size_t size, std::string_view things) {
    constexpr std::size_t long_from = 20;
    if (size < long_from)
      out_ += markup;
    else
      out_ += html_details(fmt::format("Show {} {}", size, things), markup);
  }

  std::string next_picture() { return fmt::format("c{}", ++charts_); }

  HtmlStyle style_;
  bool pictures_ = false;
  std::size_t charts_ = 0;    // and timelines, up to here
  std::size_t level_ = 0;     // how many sections enclose what is being written
  std::size_t sections_ = 0;  // of the second level, up to here
  std::string title_;         // of the innermost section
  UniqueNames names_;
  std::string out_;
};

}  // namespace

std::string write_html(const Document& document, const HtmlStyle& style) {
  HtmlWriter writer(style);
  writer.write(document.parts);
  std::string page(html_beginning);
  page += fmt::format(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
      content_security_policy(), html_escaped(title_of_page(document)), style_text());
  page += std::move(writer).text();
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace gradus::report
