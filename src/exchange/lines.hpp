#pragma once

#include "exchange/value.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>

namespace gradus::exchange {

// Room for every text of an entry at its longest, each byte of it escaped.
inline constexpr std::size_t max_line_bytes = std::size_t{4} * 1024 * 1024;

// The bytes of a file, one by one, with their line number. A byte order mark at the start is
// skipped.
class Bytes {
 public:
  static constexpr int end = -1;

  // Keeps references to both.
  Bytes(std::istream& in, const std::string& file, std::size_t line = 1)
      : in_(in), here_{file, line} {}

  // The next byte, or `end`. Throws Error once when the file can't be read.
  [[nodiscard]] int peek();
  int take();
  [[nodiscard]] const Place& here() const { return here_; }
  // Counts a line that did not end in LF.
  void end_line() { ++here_.line; }

 private:
  void begin();

  std::istream& in_;
  Place here_;
  bool begun_ = false;
  bool broken_ = false;
  std::string ahead_;  // read while looking for the mark
};

// The lines of a file, without their ends, LF or CRLF.
class Lines {
 public:
  Lines(std::istream& in, const std::string& file) : bytes_(in, file), place_{file} {}

  // Goes to the next line; false after the last. Throws Error for one over max_line_bytes, and
  // continues after it when called again.
  [[nodiscard]] bool next();
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const Place& place() const { return place_; }

 private:
  Bytes bytes_;
  Place place_;
  std::string text_;
};

}  // namespace gradus::exchange
