#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace gradus::exchange {

// A row of a sheet, with the names that its header gives the cells; empty cells are left out.
struct SheetRow {
  std::size_t line;  // where it begins, from 1
  std::vector<std::pair<std::string, std::string>> cells;
};

// Reads the text of a CSV file (RFC 4180) of any columns, the first row their names. Throws Error
// with file and line for a file without a header, a row longer than it, or quotes where none are
// allowed.
[[nodiscard]] std::vector<SheetRow> read_sheet(const std::string& text, const std::string& file);

}  // namespace gradus::exchange
