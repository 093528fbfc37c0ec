#pragma once

#include "gradus/exchange/csv.hpp"

#include "exchange/csv_cells.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::exchange {

// What a file's columns give, according to its header row.
struct CsvHeader {
  char separator = ',';
  std::vector<std::string> fields;    // by column; empty for one that is left out
  std::vector<std::string> left_out;  // the titles of those
  std::vector<std::size_t> key;       // the columns that make the id
  CsvLayout layout = CsvLayout::entries;
};

// The column of a list of problems that says whether the problem was solved; not a field of an
// entry.
inline constexpr std::string_view solved_column = "(solved)";

// Throws Error, naming the line and the column, when a column can't be what the words say.
// `separator`: the one that the file itself names, else the one that occurs most.
[[nodiscard]] CsvHeader read_header(const CsvRecords& row, const CsvWords& words,
                                    std::optional<char> separator);
// What a line "sep=;" before the header says, as some spreadsheets write it.
[[nodiscard]] std::optional<char> named_separator(const std::string& row);

}  // namespace gradus::exchange
