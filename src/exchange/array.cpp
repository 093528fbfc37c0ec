#include "exchange/array.hpp"

#include <fmt/core.h>

namespace gradus::exchange {

using text::Node;

std::optional<Node> Array::next() {
  if (!more()) return std::nullopt;
  take_text();
  const auto document = text::parse_json(text_);
  if (document.failure) {
    throw Place{place_.file, place_.line + document.failure->line - 1}.error(
        document.failure->message, document.failure->fix);
  }
  if (document.root.kind() != Node::Kind::object)
    throw place_.error("an entry must be one JSON object", "write { and } around its fields");
  return document.root;
}

// Goes to where the next element begins; false after the last.
bool Array::more() {
  if (stage_ == Stage::over) return false;
  pass_blanks();
  if (stage_ == Stage::before) {
    if (bytes_.peek() != '[') throw broken("a JSON array must begin here, with [");
    bytes_.take();
    pass_blanks();
    stage_ = Stage::first;
  }
  if (bytes_.peek() == ']') {
    bytes_.take();
    pass_blanks();
    if (behind_ == Behind::nothing && bytes_.peek() != Bytes::end)
      throw broken("there is something after the array's ]");
    stage_ = Stage::over;
    return false;
  }
  if (stage_ == Stage::within) {
    if (bytes_.peek() != ',') throw broken("the file ends too early: a ] is missing");
    bytes_.take();
    pass_blanks();
  }
  stage_ = Stage::within;
  place_ = bytes_.here();
  return true;
}

// Reads up to the comma or bracket after the element.
void Array::take_text() {
  text_.clear();
  int depth = 0;
  bool in_string = false;
  for (int byte = bytes_.peek(); byte != Bytes::end; byte = bytes_.peek()) {
    if (!in_string && depth == 0 && (byte == ',' || byte == ']')) return;
    if (text_.size() == max_line_bytes)
      throw broken(fmt::format("the entry is longer than {} MiB", max_line_bytes >> 20U));
    bytes_.take();
    text_ += static_cast<char>(byte);
    if (in_string && byte == '\\' && bytes_.peek() != Bytes::end) {
      text_ += static_cast<char>(bytes_.take());
    } else if (byte == '"') {
      in_string = !in_string;
    } else if (!in_string) {
      depth += byte == '{' || byte == '[' ? 1 : 0;
      depth -= byte == '}' || byte == ']' ? 1 : 0;
    }
  }
  throw broken("the file ends too early: a ] is missing");
}

void Array::pass_blanks() {
  for (int byte = bytes_.peek(); byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
       byte = bytes_.peek()) {
    bytes_.take();
  }
}

// Nothing after this point can be parsed.
Error Array::broken(std::string_view message) {
  stage_ = Stage::over;
  return bytes_.here().error(message, "is it the whole file? Export it again");
}

}  // namespace gradus::exchange
