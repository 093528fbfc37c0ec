#include "gradus/report/writers.hpp"

#include "report/bar.hpp"
#include "report/markdown_text.hpp"
#include "report/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {
namespace {

constexpr std::size_t bar_length = 10;

std::string emphasised(const Cell& cell) {
  const auto text = markdown_text(cell.text);
  return cell.tone == Tone::strong && !text.empty() ? "**" + text + "**" : text;
}

class MarkdownWriter {
 public:
  void write(const std::vector<Part>& parts) {
    for (const auto& part : parts) {
      if (is_empty(part)) continue;
      if (!out_.empty()) out_ += '\n';
      std::visit(*this, static_cast<const AnyPart&>(part));
    }
  }
  std::string text() && { return std::move(out_); }

  void operator()(const Section& section) {
    constexpr std::size_t deepest = 6;
    ++level_;
    out_ += std::string(std::min(level_, deepest), '#') + " " + markdown_text(section.title) + "\n";
    write(section.parts);
    --level_;
  }

  void operator()(const Paragraph& paragraph) { out_ += markdown_line(paragraph.text) + "\n"; }

  void operator()(const FactList& list) {
    for (const auto& [name, value] : list.facts) {
      out_ += fmt::format("- **{}:** {}\n", markdown_text(name), markdown_text(value));
    }
  }

  void operator()(const Table& table) {
    std::string rule = "|";
    out_ += "|";
    for (const auto& column : table.columns) {
      out_ += " " + markdown_text(column.title) + " |";
      rule += column.align == Align::right ? " --: |" : " --- |";
    }
    out_ += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
      out_ += "|";
      for (const auto& cell : row) out_ += " " + emphasised(cell) + " |";
      out_ += "\n";
    }
  }

  // Blanks before a bar get lost in Markdown, and with them where it lies.
  void operator()(const Timeline& timeline) {
    out_ += markdown_line(extent_words(timeline)) + "\n\n";
    (*this)(table_of_days(timeline));
  }

  void operator()(const Chart& chart) {
    out_ += "**" + markdown_text(chart.title) + "**";
    if (!chart.words.empty()) out_ += " " + markdown_text(chart.words);
    out_ += "\n\n";
    (*this)(chart.numbers);
  }

  void operator()(const BarList& list) {
    for (const auto& bar : list.bars) {
      out_ += fmt::format("- **{}:** {} {}\n", markdown_text(bar.label),
                          draw_bar(bar.share(), bar_length, {"▓", "░"}), markdown_text(bar.words));
    }
  }

  void operator()(const ItemList& list) { write_items(list.items, ""); }

  void operator()(const Command& command) {
    out_ += "**Next:** " + markdown_code(command.command);
    if (!command.reason.empty()) out_ += " (" + markdown_text(command.reason) + ")";
    out_ += "\n";
  }

 private:
  void write_items(const std::vector<Item>& items, const std::string& indent) {
    for (const auto& item : items) {
      out_ += indent + "- ";
      if (!item.mark.empty()) out_ += "**" + markdown_text(item.mark) + "** ";
      out_ += words(item.text, item.mark.empty()) + "\n";
      for (const auto& detail : item.details) out_ += indent + "  - " + words(detail, true) + "\n";
      write_items(item.items, indent + "  ");
    }
  }

  // `first`: whether it begins a line.
  static std::string words(const Line& line, bool first) {
    if (const auto* const link = std::get_if<Link>(&line)) return markdown_link(*link);
    const auto& text = std::get<std::string>(line);
    return first ? markdown_line(text) : markdown_text(text);
  }

  std::size_t level_ = 0;  // how many sections enclose what is being written
  std::string out_;
};

}  // namespace

std::string write_markdown(const Document& document) {
  MarkdownWriter writer;
  writer.write(document.parts);
  return std::move(writer).text();
}

}  // namespace gradus::report
