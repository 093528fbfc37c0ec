#include "gradus/report/writers.hpp"

#include "report/bar.hpp"
#include "report/markdown_text.hpp"

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
  void write(const Document& document) {
    for (const auto& part : document.parts) {
      if (!out_.empty()) out_ += '\n';
      std::visit(*this, part);
    }
  }
  std::string text() && { return std::move(out_); }

  void operator()(const Heading& heading) {
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
    out_ += std::string(level, '#') + " " + markdown_text(heading.text) + "\n";
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

  void operator()(const BarList& list) {
    for (const auto& bar : list.bars) {
      out_ += fmt::format("- **{}:** {} {}\n", markdown_text(bar.label),
                          draw_bar(bar.share, bar_length, {"▓", "░"}), markdown_text(bar.words));
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
      out_ += (item.mark.empty() ? markdown_line(item.text) : markdown_text(item.text)) + "\n";
      for (const auto& detail : item.details)
        out_ += indent + "  - " + markdown_line(detail) + "\n";
      write_items(item.items, indent + "  ");
    }
  }

  std::string out_;
};

}  // namespace

std::string write_markdown(const Document& document) {
  MarkdownWriter writer;
  writer.write(document);
  return std::move(writer).text();
}

}  // namespace gradus::report
