#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/exchange/offset.hpp"
#include "gradus/exchange/reader.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace gradus::exchange {

// Comma-separated values (RFC 4180), a row an entry, under one header for all types of entries. A
// cell that a spreadsheet would take for a formula begins with a ' more.

// Both without a line end.
[[nodiscard]] std::string csv_header();
[[nodiscard]] std::string to_csv(const journal::Entry& entry);

struct CsvWords {
  // By field: the title of the column that gives it; empty for none.
  std::map<std::string, std::string> columns{};
  // By field: what stands where no cell gives it, or for a topic no cell gives one of `topics`.
  std::map<std::string, std::string> values{};
  bool problem_list = false;  // titles are understood as lists of solved problems have them
  std::vector<curriculum::Topic> topics{};  // a cell may name one by its title, or among others
  OffsetOf offset_of{};
};

// Reads such a file, and any other with a header row: columns are known by the fields' names unless
// `columns` says otherwise, and those that are not are told. Commas, semicolons or tabs stand
// between cells. Rows of empty cells are passed over. Without a column or value for `type`, a file
// with a title and a difficulty is taken for a list of solved problems. The first next() throws
// Error for words that don't fit the header.
[[nodiscard]] std::unique_ptr<Reader> read_csv(Source source, CsvWords words);

// The fields that a column may give, of all types of entries.
[[nodiscard]] const std::vector<std::string>& csv_fields();

}  // namespace gradus::exchange
