#pragma once

#include "exchange/lines.hpp"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::exchange {

// The text as a cell: quoted where RFC 4180 wants it, and with a ' before it where a spreadsheet
// would take it for a formula, or for such a '.
[[nodiscard]] std::string csv_cell(std::string_view text);

struct CsvCell {
  std::string text;     // without the ' before a formula
  bool quoted = false;  // so an empty one is a text, not nothing
};

// The records of a file, RFC 4180: a quoted cell may hold line ends. Lines end in LF,
// CRLF or CR.
class CsvRecords {
 public:
  CsvRecords(std::istream& in, const std::string& file) : bytes_(in, file), place_{file} {}

  // Goes to the next record; false after the last. Blank lines are passed over.
  [[nodiscard]] bool next();
  // As it stands in the file, without its line end.
  [[nodiscard]] const std::string& text() const { return text_; }
  // Of its first line.
  [[nodiscard]] const Place& place() const { return place_; }
  // Throws Error for quotes where there can be none.
  [[nodiscard]] std::vector<CsvCell> cells(char separator) const;

 private:
  void read_record();

  Bytes bytes_;
  Place place_;
  std::string text_;
};

}  // namespace gradus::exchange
