#include "exchange/csv_cells.hpp"

#include <fmt/format.h>

namespace gradus::exchange {
namespace {

constexpr std::string_view formula_starts = "=+-@\t\r'";

bool starts_formula(std::string_view text) {
  return !text.empty() && formula_starts.find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = starts_formula(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

bool CsvRecords::next() {
  do {
    place_ = bytes_.here();
    text_.clear();
    if (bytes_.peek() == Bytes::end) return false;
    read_record();
  } while (text_.empty());
  return true;
}

// Reads up to a line end outside quotes.
void CsvRecords::read_record() {
  bool quoted = false;
  for (int byte = bytes_.take(); byte != Bytes::end; byte = bytes_.take()) {
    if (byte == '"') quoted = !quoted;
    if (byte == '\n' && !quoted) break;
    if (byte == '\r' && !quoted && bytes_.peek() != '\n') {
      bytes_.end_line();
      break;
    }
    if (text_.size() <= max_line_bytes) text_ += static_cast<char>(byte);
  }
  if (quoted)
    throw place_.error("a quote that begins in this row is never closed",
                       "close it after the cell, and double each quote in it");
  if (text_.size() > max_line_bytes)
    throw place_.error(fmt::format("the row is longer than {} MiB", max_line_bytes >> 20U),
                       "is a quote in it one too many?");
  if (text_.ends_with('\r')) text_.pop_back();
}

std::vector<std::string> CsvRecords::cells(char separator) const {
  std::vector<std::string> cells(1);
  enum class Stage { begin, bare, quoted, closed } stage = Stage::begin;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const char c = text_[i];
    if (stage == Stage::quoted && c != '"') {
      // A line end in a cell is LF, as programs that respell files take it for one.
      const bool ends_line = c == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n';
      if (!ends_line) cells.back() += c;
    } else if (stage == Stage::quoted && std::string_view(text_).substr(i).starts_with("\"\"")) {
      cells.back() += c;
      ++i;
    } else if (stage == Stage::quoted) {
      stage = Stage::closed;
    } else if (c == separator) {
      cells.emplace_back();
      stage = Stage::begin;
    } else if (c == '"' && stage == Stage::begin) {
      stage = Stage::quoted;
    } else if (c == '"' || stage == Stage::closed) {
      throw place_.error(
          fmt::format("cell {}: there is a quote where none is allowed", cells.size()),
          "quote the whole cell, and double each quote in it");
    } else {
      cells.back() += c;
      stage = Stage::bare;
    }
  }
  for (auto& cell : cells) {
    if (cell.starts_with('\'')) cell.erase(0, 1);
  }
  return cells;
}

}  // namespace gradus::exchange
