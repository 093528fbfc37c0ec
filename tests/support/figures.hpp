#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a document says in numbers, whatever its format.
namespace gradus::testing {

namespace figures_detail {

inline std::string without(std::string text, std::string_view mark) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
    text.erase(at, mark.size());
  return text;
}

// Words with one blank between them.
inline std::string words_of(const std::string& line) {
  std::string words;
  for (const char c : line) {
    if (c != ' ')
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace figures_detail

// The lines with a digit in them, in plain words: without bars, bullets, borders, emphasis and
// escapes. The years above a timeline are left out.
inline std::vector<std::string> figures(const std::string& document) {
  constexpr std::string_view marks[] = {"█", "░", "▓", "▒", "▁", "▂", "▃",  "▄", "▅", "▆", "▇", "▲",
                                        "◆", "·", "►", "─", "|", "*", "\\", "#", "<", ">", "`"};
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < document.size();) {
    const auto end = std::min(document.find('\n', at), document.size());
    auto line = document.substr(at, end - at);
    at = end + 1;
    for (const auto mark : marks) line = figures_detail::without(std::move(line), mark);
    for (auto colon = line.find(": "); colon != std::string::npos; colon = line.find(": "))
      line.erase(colon, 1);
    line = figures_detail::words_of(line);
    while (line.starts_with("- ")) line.erase(0, 2);
    bool digit = false;
    for (const char c : line) digit = digit || (c >= '0' && c <= '9');
    const bool years = line.size() >= 4 && line.find_first_not_of("0123456789") == 4 &&
                       line.compare(4, 1, "-") != 0;
    if (digit && !years) lines.push_back(std::move(line));
  }
  return lines;
}

// A line as `figures` has it, if it has a digit.
inline void add_figures(std::vector<std::string>& lines, const std::string& line) {
  for (auto& each : figures(line)) lines.push_back(std::move(each));
}

}  // namespace gradus::testing
