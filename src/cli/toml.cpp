#include "cli/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace gradus::cli {
namespace {

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// Numbers, days, times, true and false, and, as CLI11's reader takes them too, words without
// quotes.
bool is_in_value(char c) {
  constexpr std::string_view others = ".:+/~%";
  return is_bare(c) || others.find(c) != std::string_view::npos;
}

void append_utf8(std::string& text, std::uint32_t code) {
  const auto byte = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
  if (code < 0x80U) {
    byte(code);
  } else if (code < 0x800U) {
    byte(0xC0U | (code >> 6U));
  } else if (code < 0x10000U) {
    byte(0xE0U | (code >> 12U));
    byte(0x80U | ((code >> 6U) & 0x3FU));
  } else {
    byte(0xF0U | (code >> 18U));
    byte(0x80U | ((code >> 12U) & 0x3FU));
    byte(0x80U | ((code >> 6U) & 0x3FU));
  }
  if (code >= 0x80U) byte(0x80U | (code & 0x3FU));
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }

  Toml read() && {
    try {
      while (skip_to_content()) {
        if (peek() == '[')
          read_table();
        else
          read_setting();
        end_line();
      }
    } catch (const TomlFailure& failure) {
      toml_.failure = failure;
    }
    return std::move(toml_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  // The next byte; a line's end at the end of the text.
  [[nodiscard]] char peek() const { return at_end() ? '\n' : text_[at_]; }
  [[nodiscard]] bool ahead(std::string_view what) const {
    return text_.substr(at_).starts_with(what);
  }
  [[noreturn]] void fail(std::string message) const {
    throw TomlFailure{line_, std::move(message)};
  }

  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    if (c == '\n') ++line_;
    return true;
  }

  void skip_blanks() {
    while (take(' ') || take('\t') || take('\r')) {
    }
    if (peek() == '#' || peek() == ';')
      while (peek() != '\n') ++at_;
  }

  // Over blanks, comments and line ends; false at the end of the text.
  bool skip_to_content() {
    do skip_blanks();
    while (take('\n'));
    return !at_end();
  }

  void end_line() {
    skip_blanks();
    if (peek() != '\n') fail("there is more than one setting on this line; text needs quotes");
    take('\n');
  }

  std::string read_key() {
    if (peek() == '"' || peek() == '\'') return read_text();
    std::string key;
    while (is_bare(peek())) key += text_[at_++];
    if (key.empty()) fail("a key is missing here, as in: color = \"never\"");
    return key;
  }

  std::vector<std::string> read_dotted_key() {
    std::vector<std::string> parts;
    do {
      skip_blanks();
      parts.push_back(read_key());
      skip_blanks();
    } while (take('.'));
    return parts;
  }

  void read_table() {
    if (ahead("[[")) fail("[[double brackets]] are not understood here");
    take('[');
    table_ = fmt::format("{}", fmt::join(read_dotted_key(), "."));
    if (!take(']')) fail("a ] is missing, as in: [log]");
    if (!tables_.insert(table_).second) fail(fmt::format("[{}] appears a second time", table_));
  }

  void read_setting() {
    TomlSetting setting{.table = table_, .key = {}, .values = {}, .line = line_};
    auto parts = read_dotted_key();
    setting.key = std::move(parts.back());
    parts.pop_back();
    for (const auto& part : parts)
      setting.table += fmt::format("{}{}", setting.table.empty() ? "" : ".", part);
    if (!take('=')) fail(fmt::format("a = is missing after \"{}\"", setting.key));
    skip_blanks();
    if (take('[')) {
      setting.list = true;
      read_array(setting.values);
    } else {
      setting.values.push_back(read_value());
    }
    const auto [first, is_new] =
        lines_.try_emplace(std::pair{setting.table, setting.key}, setting.line);
    if (!is_new)
      fail(fmt::format("\"{}\" is set a second time; the first is on line {}", setting.key,
                       first->second));
    toml_.settings.push_back(std::move(setting));
  }

  // After its bracket; its values may stand on several lines.
  void read_array(std::vector<std::string>& values) {
    while (skip_to_content() && peek() != ']') {
      values.push_back(read_value());
      if (!skip_to_content() || (!take(',') && peek() != ']')) fail("a , or ] is missing");
    }
    if (!take(']')) fail("a ] is missing");
  }

  std::string read_value() {
    if (peek() == '"' || peek() == '\'') return read_text();
    if (peek() == '{') fail("{inline tables} are not understood here");
    if (peek() == '[') fail("an array in an array is not understood here");
    std::string word;
    while (is_in_value(peek())) word += text_[at_++];
    if (word.empty()) fail("a value is missing; text needs quotes");
    return word;
  }

  std::string read_text() {
    if (ahead(R"(""")") || ahead("'''")) fail("texts of several lines are not understood here");
    const char quote = text_[at_++];
    std::string text;
    while (!take(quote)) {
      const char c = peek();
      if (c == '\n') fail("a quote is not closed");
      if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
        fail("the text contains a control character");
      ++at_;
      if (c == '\\' && quote == '"')
        read_escape(text);
      else
        text += c;
    }
    return text;
  }

  void read_escape(std::string& text) {
    static constexpr std::string_view names = "btnfr\"\\";
    static constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
    const char name = peek();
    if (const auto known = names.find(name); known != std::string_view::npos) {
      ++at_;
      text += meanings[known];
      return;
    }
    const std::size_t digits = name == 'u' ? 4 : name == 'U' ? 8 : 0;
    const auto number = text_.substr(std::min(at_ + 1, text_.size()), digits);
    std::uint32_t code = 0;
    const char* end = number.data() + number.size();
    const auto [stop, failed] = std::from_chars(number.data(), end, code, 16);
    const bool surrogate = code >= 0xD800U && code <= 0xDFFFU;
    if (digits == 0 || number.size() != digits || failed != std::errc{} || stop != end ||
        surrogate || code > 0x10FFFFU)
      fail("\\ does not begin a known escape; for a plain \\ use 'single quotes'");
    at_ += 1 + digits;
    append_utf8(text, code);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::string table_;
  std::set<std::string> tables_;
  std::map<std::pair<std::string, std::string>, std::size_t> lines_;  // of each table's keys
  Toml toml_;
};

}  // namespace

std::optional<bool> TomlSetting::as_switch() const {
  if (list) return std::nullopt;
  const auto& word = values.front();
  if (word == "true" || word == "on" || word == "yes" || word == "1") return true;
  if (word == "false" || word == "off" || word == "no" || word == "0") return false;
  return std::nullopt;
}

Toml read_toml(std::string_view text) {
  return Reader(text).read();
}

}  // namespace gradus::cli
