#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/exchange/reader.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::exchange {

// Comma-separated values (RFC 4180), a row an entry, under one header for all types of entries. A
// cell that a spreadsheet would take for a formula gets a ' in front.

// Both without a line end.
[[nodiscard]] std::string csv_header();
[[nodiscard]] std::string to_csv(const journal::Entry& entry);

// Cells as a row, each quoted where it must be, and defused.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

// In what order the numbers of a date stand.
enum class DateOrder { ymd, dmy, mdy };
// "DD/MM/YYYY", "%m/%d/%Y", "dmy": by where d, m and y stand; nullopt for any other text.
[[nodiscard]] std::optional<DateOrder> read_date_order(std::string_view format);

// What a table is, which decides what its columns' titles mean.
enum class CsvLayout {
  entries,       // gradus's own fields, whatever the type
  problem_list,  // of solved problems, also with the titles that such lists use
  time_table     // of study time, also with the titles that time trackers use
};

struct CsvWords {
  // By field: the title of the column that gives it; empty for none.
  std::map<std::string, std::string> columns{};
  // By field: the value where no cell gives one, or, for a topic, where no cell gives one of
  // `topics`.
  std::map<std::string, std::string> values{};
  // The titles of the columns whose cells make an entry's id; empty for what all mapped cells say.
  std::vector<std::string> key{};
  std::optional<CsvLayout> layout{};        // nullopt: as type and titles make it look
  std::optional<DateOrder> date_order{};    // of days that have two readings
  std::vector<curriculum::Topic> topics{};  // a cell may give one by title, or among others
  calendar::OffsetOf offset_of{};
};

// Reads such a file, and any other with a header row: columns are recognised by field name unless
// `columns` says otherwise, and the others are reported. Cells are separated by commas, semicolons
// or tabs. Rows of empty cells are skipped. Without a column or value for `type`, a file with a
// title and a difficulty is taken for a list of solved problems. The first next() throws Error for
// words that don't fit the header.
[[nodiscard]] std::unique_ptr<Reader> read_csv(Source source, CsvWords words);

// The fields that a column may give, for all entry types.
[[nodiscard]] const std::vector<std::string>& csv_fields();

}  // namespace gradus::exchange
