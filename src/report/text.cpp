#include "gradus/report/writers.hpp"

#include "report/ansi.hpp"
#include "report/text_bars.hpp"
#include "report/text_chart.hpp"
#include "report/text_table.hpp"
#include "report/text_width.hpp"
#include "report/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {
namespace {

constexpr std::size_t least_timeline = 16;
constexpr std::size_t start_below = 2;  // of a text that has no room beside its name
constexpr std::size_t least_line = 20;  // narrower terminals get lines that overflow

std::string spaces(std::size_t number) {
  // Not {number, ' '}: that would be a list of two characters.
  return std::string(number, ' ');
}

class TextWriter {
 public:
  explicit TextWriter(const TextStyle& style) : style_(style) {}

  void write(const std::vector<Part>& parts) {
    for (const auto& part : parts) {
      if (is_empty(part)) continue;
      // A section's title is right above its content; a blank line separates everything else.
      if (!out_.empty() && !after_section_title_) out_ += '\n';
      after_section_title_ = false;
      std::visit(*this, static_cast<const AnyPart&>(part));
    }
  }
  std::string text() && { return std::move(out_); }

  // Content directly under the document's title is not indented.
  void operator()(const Section& section) {
    const auto outer = std::exchange(indent_, 2 * (level_ > 0 ? level_ - 1 : 0));
    hang("", 0, section.title, Tone::strong);
    indent_ = 2 * level_;
    after_section_title_ = level_ > 0;
    ++level_;
    write(section.parts);
    --level_;
    indent_ = outer;
  }

  void operator()(const Paragraph& paragraph) { hang("", 0, paragraph.text, Tone::plain); }

  void operator()(const FactList& list) {
    std::size_t width = 0;
    for (const auto& [name, value] : list.facts) {
      width = std::max(width, display_width(visible(name)));
    }
    for (const auto& [name, value] : list.facts) {
      // Without a name it goes on with the one above.
      const auto label = name.empty() ? std::string() : visible(name) + ":";
      hang(pad(label, width + 3), width + 3, value, Tone::plain);
    }
  }

  void operator()(const Table& table) {
    for (const auto& text : table_lines(table, room(), style_.colour)) line(text);
  }

  // What can't be drawn is shown as its table.
  void operator()(const Chart& chart) {
    hang("", 0, chart.title, Tone::strong);
    if (!chart.words.empty()) hang("", 0, chart.words, Tone::faint);
    constexpr std::size_t unless_known = 80;
    const auto drawn = drawing_lines(chart.drawing, room().value_or(unless_known));
    for (const auto& text : drawn) line(text);
    if (drawn.empty()) (*this)(chart.numbers);
  }

  // As wide as the terminal allows beside the labels, but no wider than wanted.
  void operator()(const Timeline& timeline) {
    const auto wanted = timeline.wide ? 2 * usual_timeline : usual_timeline;
    auto table = drawn(timeline, wanted);
    if (const auto columns = room()) {
      constexpr std::size_t gap = 2;
      std::size_t labels = display_width(table.columns.front().title);
      for (const auto& row : table.rows)
        labels = std::max(labels, display_width(visible(row.front().text)));
      const auto beside = *columns > labels + gap ? *columns - labels - gap : 0;
      if (beside < wanted) table = drawn(timeline, std::max(beside, least_timeline));
    }
    (*this)(table);
    if (const auto signs = legend(table); !signs.empty()) hang("", 0, signs, Tone::faint);
  }

  void operator()(const BarList& list) {
    const auto layout = bar_layout(list, room());
    for (const auto& bar : list.bars) {
      const auto label = visible(bar.label);
      if (layout.labels_above) hang("", 0, label, Tone::plain);
      const auto drawing = pad(text_bar(bar, list, layout), layout.cells);
      const auto start = (layout.labels_above ? spaces(layout.start) : pad(label, layout.start)) +
                         paint(drawing, tone(bar), style_.colour);
      if (layout.words_below) {
        line(start);
        if (!bar.words.empty())
          hang(spaces(layout.words_start), layout.words_start, bar.words, Tone::plain);
      } else {
        hang(start + spaces(2), layout.start + layout.cells + 2, bar.words, Tone::plain);
      }
    }
  }

  void operator()(const ItemList& list) { write_items(list.items); }

  // It belongs to the whole document, not to the last section.
  void operator()(const Command& command) {
    const auto outer = std::exchange(indent_, 0);
    constexpr std::size_t label = 6;
    const auto columns = room();
    auto lines = columns ? wrap_command(visible(command.command), *columns - label)
                         : std::vector{visible(command.command)};
    for (std::size_t i = 0; i < lines.size(); ++i)
      line((i == 0 ? "Next: " : spaces(label + 2)) + paint(lines[i], Tone::strong, style_.colour));
    if (!command.reason.empty()) hang(spaces(label), label, command.reason, Tone::faint);
    indent_ = outer;
  }

 private:
  static std::string words(const Line& line) {
    const auto* const link = std::get_if<Link>(&line);
    if (link == nullptr) return std::get<std::string>(line);
    return link->text.empty() ? link->url : link->text + ", " + link->url;
  }
  static Tone tone(const Bar& bar) { return bar.share() >= 1 ? Tone::good : Tone::plain; }

  void write_items(const std::vector<Item>& items) {
    std::size_t width = 0;
    for (const auto& item : items) width = std::max(width, display_width(visible(item.mark)));
    for (const auto& item : items) write_item(item, width);
  }

  void write_item(const Item& item, std::size_t mark_width) {
    auto start = std::string("- ");
    if (mark_width > 0) {
      const auto mark = visible(item.mark);
      start = paint(mark, item.tone, style_.colour) + spaces(mark_width + 2 - display_width(mark));
    }
    const auto width = mark_width > 0 ? mark_width + 2 : 2;
    hang(start, width, words(item.text), mark_width > 0 ? Tone::plain : item.tone);
    for (const auto& detail : item.details) hang(spaces(width), width, words(detail), Tone::faint);
    indent_ += width;
    write_items(item.items);
    indent_ -= width;
  }

  // Columns left beside the indentation; nullopt when piped.
  [[nodiscard]] std::optional<std::size_t> room() const {
    if (!style_.width) return std::nullopt;
    return std::max(*style_.width, indent_ + least_line) - indent_;
  }

  // A text that begins after `start`, which takes `start_width` columns, and wraps below itself;
  // where a word of it has no room there, all of it stands below the start.
  void hang(const std::string& start, std::size_t start_width, const std::string& text, Tone tone) {
    std::vector<std::string> lines{visible(text)};
    if (const auto columns = room()) {
      const auto beside = *columns > start_width ? *columns - start_width : 1;
      if (start_width > start_below && longest_word(lines.front()) > beside) {
        line(start);
        return hang(spaces(start_below), start_below, text, tone);
      }
      lines = wrap(lines.front(), beside);
    }
    line(start + paint(lines.front(), tone, style_.colour));
    for (std::size_t i = 1; i < lines.size(); ++i) {
      line(spaces(start_width) + paint(lines[i], tone, style_.colour));
    }
  }

  void line(const std::string& text) {
    const auto end = text.find_last_not_of(' ');
    if (end != std::string::npos) out_ += spaces(indent_) + text.substr(0, end + 1);
    out_ += '\n';
  }

  TextStyle style_;
  std::size_t indent_ = 0;
  std::size_t level_ = 0;  // how many sections enclose what is being written
  bool after_section_title_ = false;
  std::string out_;
};

}  // namespace

std::string write_text(const Document& document, const TextStyle& style) {
  TextWriter writer(style);
  writer.write(document.parts);
  auto text = std::move(writer).text();
  return style.ascii ? ascii_drawing(text) : text;
}

}  // namespace gradus::report
