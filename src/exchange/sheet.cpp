#include "gradus/exchange/sheet.hpp"

#include "exchange/csv_cells.hpp"

#include <fmt/format.h>

#include <sstream>

namespace gradus::exchange {

std::vector<SheetRow> read_sheet(const std::string& text, const std::string& file) {
  constexpr char separator = ',';
  std::istringstream in(text);
  CsvRecords records(in, file);
  if (!records.next())
    throw records.place().error("the file is empty", "begin with a line of column names");
  const auto names = records.cells(separator);
  std::vector<SheetRow> rows;
  while (records.next()) {
    const auto cells = records.cells(separator);
    if (cells.size() > names.size())
      throw records.place().error(
          fmt::format("the row has {} cells, the header {}", cells.size(), names.size()),
          "quote a cell that has a comma in it");
    SheetRow row{.line = records.place().line, .cells = {}};
    row.cells.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!cells[i].empty()) row.cells.emplace_back(names[i], cells[i]);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace gradus::exchange
