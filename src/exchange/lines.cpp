#include "exchange/lines.hpp"

#include <fmt/core.h>

#include <istream>
#include <streambuf>
#include <string_view>

namespace gradus::exchange {
namespace {

using Traits = std::streambuf::traits_type;

}  // namespace

int Bytes::peek() {
  if (broken_) return end;
  try {
    if (!begun_) begin();
    if (!ahead_.empty()) return Traits::to_int_type(ahead_.front());
    const auto byte = in_.rdbuf()->sgetc();
    return byte == Traits::eof() ? end : byte;
  } catch (const std::ios_base::failure&) {  // a folder, or a faulty disk
    broken_ = true;
    throw here_.error("the file can't be read", "is it a folder? Name a file");
  }
}

int Bytes::take() {
  const int byte = peek();
  if (byte == end) return end;
  if (ahead_.empty()) {
    in_.rdbuf()->sbumpc();
  } else {
    ahead_.erase(0, 1);
  }
  if (byte == '\n') ++here_.line;
  return byte;
}

void Bytes::begin() {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  begun_ = true;
  while (byte_order_mark.starts_with(ahead_) && ahead_ != byte_order_mark) {
    const auto byte = in_.rdbuf()->sbumpc();
    if (byte == Traits::eof()) return;
    ahead_ += Traits::to_char_type(byte);
  }
  if (ahead_ == byte_order_mark) ahead_.clear();
}

bool Lines::next() {
  place_ = bytes_.here();
  text_.clear();
  if (bytes_.peek() == Bytes::end) return false;
  bool fits = true;
  for (int byte = bytes_.take(); byte != Bytes::end && byte != '\n'; byte = bytes_.take()) {
    fits = fits && text_.size() < max_line_bytes;
    if (fits) text_ += static_cast<char>(byte);
  }
  if (!fits) {
    throw place_.error(fmt::format("the line is longer than {} MiB", max_line_bytes >> 20U),
                       "put each entry on a line of its own");
  }
  if (text_.ends_with('\r')) text_.pop_back();
  return true;
}

}  // namespace gradus::exchange
