#include "gradus/text/json.hpp"

#include "gradus/text/pointer.hpp"

#include "text/syntax.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace gradus::text {
namespace {

constexpr int number_overflow = 406;                           // nlohmann's id of that error
constexpr std::int64_t largest_whole = std::int64_t{1} << 53;  // above it, doubles skip numbers

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_of_a_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
         c == '-' || c == '.' || c == '_';
}

// How far the parser has read. It looks one character past a number, so the last non-blank
// character ends the token it reports. Lines are counted only on demand.
class Progress {
 public:
  explicit Progress(std::string_view text)
      : at(text.data()),
        begin_(text.data()),
        end_(text.data() + text.size()),
        counted_(text.data()) {}

  // The line of the token that ends here.
  std::size_t line() {
    const char* end = token_end();
    if (end > counted_) {
      line_ += static_cast<std::size_t>(std::count(counted_, end, '\n'));
      counted_ = end;
    }
    return line_;
  }

  // The end of the token's line read so far: at most 24 characters, printable ASCII only.
  [[nodiscard]] std::string_view tail() const {
    constexpr std::ptrdiff_t most = 24;
    const char* end = token_end();
    const char* begin = end;
    while (begin != begin_ && end - begin < most && begin[-1] >= ' ' && begin[-1] <= '~') --begin;
    return {begin, static_cast<std::size_t>(end - begin)};
  }

  // The unquoted word or number that the last token read belongs to, at most 24 characters.
  [[nodiscard]] std::string_view word() const {
    constexpr std::ptrdiff_t most = 24;
    const char* begin = token_end();
    const char* end = begin;
    while (begin != begin_ && end - begin < most && is_of_a_word(begin[-1])) --begin;
    while (end != end_ && end - begin < most && is_of_a_word(*end)) ++end;
    return {begin, static_cast<std::size_t>(end - begin)};
  }

  const char* at;

 private:
  [[nodiscard]] const char* token_end() const {
    const char* end = at;
    while (end != begin_ && is_blank(end[-1])) --end;
    return end;
  }

  const char* begin_;
  const char* end_;
  const char* counted_;  // line breaks are counted up to here
  std::size_t line_ = 1;
};

// Tells Progress how far parsing has come.
class TrackedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator(const char* at, Progress& progress) : at_(at), progress_(&progress) {}

  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    progress_->at = ++at_;
    return *this;
  }
  bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const TrackedIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Progress* progress_;
};

// Receives the parser's events and grows the tree. `open_` holds the lists and objects not closed
// yet, innermost last; only the innermost grows, so the others don't move.
class TreeBuilder {
 public:
  TreeBuilder(ParsedJson& document, Progress& progress)
      : document_(document), progress_(progress) {}

  bool null() { return take({}); }
  bool boolean(bool value) { return take(value); }
  bool number_integer(std::int64_t value) {
    return number(static_cast<double>(value), value >= -largest_whole && value <= largest_whole);
  }
  bool number_unsigned(std::uint64_t value) {
    return number(static_cast<double>(value), value <= std::uint64_t{largest_whole});
  }
  bool number_float(double value, const std::string&) { return number(value, false); }
  bool string(std::string& value) { return take(value); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // not in JSON text
  bool key(std::string& value) {
    key_ = std::move(value);
    return true;
  }
  bool start_object(std::size_t) { return open(Node::Object{}); }
  bool start_array(std::size_t) { return open(Node::List{}); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string& token, const nlohmann::json::exception& error) {
    // Only for an out-of-range number is it certain which value is at fault.
    const bool overflow = error.id == number_overflow;
    auto [message, fix] =
        explain({error.what(), token, progress_.tail(), progress_.word(), overflow});
    return fail({progress_.line(), std::move(message), std::move(fix),
                 overflow ? pointer() : std::string{}});
  }

  // The pointer to the value being read.
  std::string pointer() const {
    std::string text;
    for (const Node* node : open_) {
      const bool innermost = node == open_.back();
      if (node->kind() == Node::Kind::list) {
        text += pointer_step(std::to_string(node->items().size() - (innermost ? 0 : 1)));
      } else {
        text += pointer_step(innermost ? key_ : node->members().back().first);
      }
    }
    return text;
  }

 private:
  bool fail(ParseFailure failure) {
    document_.failure = std::move(failure);
    return false;
  }

  Node& add(Node node) {
    if (open_.empty()) return document_.root = std::move(node);
    Node& parent = *open_.back();
    if (parent.kind() == Node::Kind::list) return parent.list().emplace_back(std::move(node));
    return parent.object().emplace_back(std::move(key_), std::move(node)).second;
  }

  bool take(Node::Value value) {
    add({std::move(value), progress_.line()});
    return true;
  }

  bool number(double value, bool whole) {
    add({value, progress_.line(), whole});
    return true;
  }

  bool open(Node::Value value) {
    if (open_.size() == max_document_depth) {
      return fail(
          {progress_.line(),
           fmt::format("nested more than {} levels deep, which is the limit", max_document_depth),
           "nest less: an \"all\" inside an \"all\" can become one list",
           {},
           true});
    }
    open_.push_back(&add({std::move(value), progress_.line()}));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  ParsedJson& document_;
  Progress& progress_;
  std::vector<Node*> open_;
  std::string key_;
};

}  // namespace

ParsedJson parse_json(std::string_view text) {
  ParsedJson document;
  if (text.size() > max_document_bytes) {
    document.failure = ParseFailure{
        1,
        fmt::format("{} bytes long; the limit is {} MiB", text.size(), max_document_bytes >> 20U),
        "split it into two curricula",
        {},
        true};
    return document;
  }
  // nlohmann takes one for the end of input and ignores the rest.
  if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
    const auto lines = std::ranges::count(text.substr(0, zero), '\n');
    document.failure = ParseFailure{static_cast<std::size_t>(lines) + 1,
                                    "not JSON: there is a zero byte here; is the file UTF-8 text?",
                                    "save the file as UTF-8"};
    return document;
  }
  Progress progress{text};
  TreeBuilder builder{document, progress};
  nlohmann::json::sax_parse(TrackedIterator{text.data(), progress},
                            TrackedIterator{text.data() + text.size(), progress}, &builder);
  return document;
}

}  // namespace gradus::text
