#include "report/text_width.hpp"

#include "gradus/report/links.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/text/code_point.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gradus::report {
namespace {

constexpr std::int32_t emoji_presentation = 0xFE0F;  // makes the character before it a wide one

// What a reader takes for one character, with all that combines with it.
struct Cluster {
  std::string_view bytes;
  std::size_t width = 0;
};

std::size_t width_of(std::int32_t code_point) {
  if (code_point < 0) return 1;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
}

// Half of a flag, drawn with the other half as one sign of two columns.
bool is_regional_indicator(std::int32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

// Columns of a cluster once `next` has joined it: joined emoji are drawn as one.
std::size_t width_with(std::size_t width, std::int32_t next) {
  if (next == emoji_presentation || is_regional_indicator(next)) return 2;
  return std::max(width, width_of(next));
}

Cluster first_cluster(std::string_view text) {
  auto last = text::first_code_point(text);
  auto width = width_of(last.value);
  auto length = last.bytes.size();
  utf8proc_int32_t state = 0;
  while (last.value >= 0 && length < text.size()) {
    const auto next = text::first_code_point(text.substr(length));
    if (next.value < 0 || utf8proc_grapheme_break_stateful(last.value, next.value, &state)) break;
    width = width_with(width, next.value);
    length += next.bytes.size();
    last = next;
  }
  return {text.substr(0, length), width};
}

// The longest start of the text that takes at most `width` columns.
std::string_view start_within(std::string_view text, std::size_t width) {
  std::size_t length = 0;
  std::size_t used = 0;
  while (length < text.size()) {
    const auto cluster = first_cluster(text.substr(length));
    if (used + cluster.width > width) break;
    used += cluster.width;
    length += cluster.bytes.size();
  }
  return text.substr(0, length);
}

// Whoever copies a link or a path wants it in one piece.
bool stays_whole(std::string_view word) {
  return starts_with_link(word) || word.find('/') != std::string_view::npos;
}

// Whether the byte there takes the next one along, as the shell reads it outside of '…'.
bool escapes_next(std::string_view text, std::size_t at, char quote) {
  return text[at] == '\\' && quote != '\'' && at + 1 < text.size();
}

// The quote that is open behind the byte, where `open` was before it.
char quote_behind(char open, char byte) {
  if (byte != '"' && byte != '\'') return open;
  if (open == '\0') return byte;
  return open == byte ? '\0' : open;
}

// Calls `take` with each word; blanks in quotes part none where `quotes` says so.
template <class Take>
void each_word(std::string_view text, bool quotes, Take take) {
  std::size_t begin = 0;
  char quote = '\0';
  const auto end_word = [&](std::size_t at) {
    if (at > begin) take(text.substr(begin, at - begin));
    begin = at + 1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (quotes && escapes_next(text, at, quote)) {
      ++at;
      continue;
    }
    if (quotes) quote = quote_behind(quote, text[at]);
    if (text[at] == ' ' && quote == '\0') end_word(at);
  }
  end_word(text.size());
}

class Wrapping {
 public:
  explicit Wrapping(std::size_t width) : width_(std::max<std::size_t>(width, 2)) {}

  void add(std::string_view word) {
    const auto word_width = display_width(word);
    const bool broken = word_width > width_ && !stays_whole(word);
    if (used_ > 0 && used_ + 1 + word_width > width_ && !(broken && begins_beside(word)))
      end_line();
    if (used_ > 0) append(" ");
    append(broken ? rest_of_broken(word) : word);
  }

  std::vector<std::string> lines() && {
    if (used_ > 0 || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void append(std::string_view text) {
    line_ += text;
    used_ += display_width(text);
  }
  // Wide characters have no blanks between words: such a text needs no line of its own to begin.
  [[nodiscard]] bool begins_beside(std::string_view word) const {
    const auto first = first_cluster(word).width;
    return first > 1 && used_ + 1 + first <= width_;
  }
  std::string_view rest_of_broken(std::string_view word) {
    while (display_width(word) > width_ - used_) {
      const auto start = start_within(word, width_ - used_);
      append(start);
      end_line();
      word.remove_prefix(start.size());
    }
    return word;
  }
  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::size_t width_;
  std::size_t used_ = 0;
  std::string line_;
  std::vector<std::string> lines_;
};

// The line in lines that fit: those below begin two columns further in, and the text of a second
// column below itself, or on a line of its own where it would have less than half of the width.
void append_fitted(std::string& fit, std::string_view line, std::size_t width) {
  constexpr std::size_t most_indent = 4;
  const auto indent = std::min(line.find_first_not_of(' '), line.size());
  const auto start = indent <= width / 2 ? indent : most_indent;
  const auto blanks = indent > 0 ? line.find("  ", indent) : std::string_view::npos;
  auto below = start + 2;
  line.remove_prefix(indent);
  fit.append(start, ' ');
  if (blanks != std::string_view::npos) {
    const auto second = std::min(line.find_first_not_of(' ', blanks - indent), line.size());
    const auto columns = indent + display_width(line.substr(0, second));
    if (columns <= width / 2) {
      fit += line.substr(0, second);
      below = columns;
    } else {
      below += 2;
      fit += line.substr(0, blanks - indent);
      fit += '\n' + std::string(below, ' ');
    }
    line.remove_prefix(second);
  }
  bool first = true;
  for (const auto& each : wrap(line, width > below ? width - below : 1)) {
    if (!first) fit += '\n' + std::string(below, ' ');
    first = false;
    fit += each;
  }
}

}  // namespace

std::size_t display_width(std::string_view text) {
  // Most texts are plain: a character, a column.
  const bool plain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
  if (plain) return text.size();
  std::size_t width = 0;
  while (!text.empty()) {
    const auto cluster = first_cluster(text);
    width += cluster.width;
    text.remove_prefix(cluster.bytes.size());
  }
  return width;
}

std::string cut(std::string_view text, std::size_t width) {
  // Most texts are short in bytes: no need to measure those.
  if (text.size() <= width || display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  return std::string(start_within(text, width - 1)) + "…";
}

std::string cut_at_word(std::string_view text, std::size_t width) {
  auto shortened = cut(text, width);
  if (shortened == text) return shortened;
  const auto blank = shortened.find_last_of(' ');
  return blank == std::string::npos ? shortened : shortened.substr(0, blank) + " …";
}

std::string pad(std::string_view text, std::size_t width, Align align) {
  const auto used = display_width(text);
  const std::string fill(width > used ? width - used : 0, ' ');
  return align == Align::left ? std::string(text) + fill : fill + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  Wrapping wrapping(width);
  each_word(text, false, [&](std::string_view word) { wrapping.add(word); });
  return std::move(wrapping).lines();
}

std::vector<std::string> wrap_command(std::string_view command, std::size_t width) {
  constexpr std::string_view goes_on = " \\";
  std::vector<std::string> lines{{}};
  each_word(command, true, [&](std::string_view word) {
    const auto used = display_width(lines.back());
    if (used > 0 && used + 1 + display_width(word) + goes_on.size() > width) {
      lines.back() += goes_on;
      lines.emplace_back();
    }
    lines.back() += (lines.back().empty() ? "" : " ") + std::string(word);
  });
  return lines;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  each_word(text, false,
            [&](std::string_view word) { longest = std::max(longest, display_width(word)); });
  return longest;
}

std::string fitted(std::string_view text, std::optional<std::size_t> width) {
  std::string fit;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    if (!width || display_width(line) <= *width)
      fit += line;
    else
      append_fitted(fit, line, *width);
    if (end < text.size()) fit += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fit;
}

}  // namespace gradus::report
