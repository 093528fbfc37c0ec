#pragma once

#include "exchange/lines.hpp"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::exchange {

// The text as a cell: quoted where RFC 4180 requires it, and with a ' in front where a spreadsheet
// would take it for a formula, or where it begins with a ' itself.
[[nodiscard]] std::string csv_cell(std::string_view text);

// The records of a file, RFC 4180: a quoted cell may hold line ends. Lines end in LF,
// CRLF or CR.
class CsvRecords {
 public:
  CsvRecords(std::istream& in, const std::string& file) : bytes_(in, file), place_{file} {}

  // Goes to the next record; false after the last. Blank lines are skipped.
  [[nodiscard]] bool next();
  // As it is in the file, without its line end.
  [[nodiscard]] const std::string& text() const { return text_; }
  // Where it begins.
  [[nodiscard]] const Place& place() const { return place_; }
  // Without quotes and without the ' before a formula, line ends as LF. Throws Error for quotes
  // where none are allowed.
  [[nodiscard]] std::vector<std::string> cells(char separator) const;

 private:
  void read_record();

  Bytes bytes_;
  Place place_;
  std::string text_;
};

}  // namespace gradus::exchange
