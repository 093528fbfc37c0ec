#include "cli/decisions/sheet.hpp"

#include "gradus/decisions/answer.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/exchange/sheet.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/data_files.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace gradus::cli {
namespace {

using decisions::Input;
using decisions::Record;
using exchange::SheetRow;

bool is_number(const std::string& text) {
  double number = 0;
  const auto* const end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  return failed == std::errc{} && stop == end;
}

void read_cell(const Input& input, const std::string& name, const std::string& cell,
               Record& record) {
  if (name == "id") {
    record.id = cell;
    record.numbered = is_number(cell);
    return;
  }
  const auto field = std::ranges::find(input.fields, name, &Input::id);
  if (field == input.fields.end()) {
    std::vector<std::string> known{"id"};
    for (const auto& each : input.fields) known.push_back(each.id);
    throw Error(fmt::format("{} has no field \"{}\"", input.id, name),
                text::nearest_or_all(name, known));
  }
  record.fields.insert_or_assign(name, decisions::read_answer(*field, cell));
}

// A row without an id goes by its number.
Record read_row(const Input& input, const SheetRow& row, std::size_t number) {
  Record record{.id = std::to_string(number), .numbered = true, .fields = {}};
  for (const auto& [name, cell] : row.cells) read_cell(input, name, cell, record);
  return record;
}

decisions::Value read_records(const Input& input, const std::string& path) {
  if (input.fields.empty())
    throw Error(fmt::format("{} doesn't take records, as a CSV file holds them", input.id),
                fmt::format("it takes {}", decisions::takes(input)));
  decisions::Records records;
  for (const auto& row : exchange::read_sheet(read_data_file(path, "list of records"), path)) {
    try {
      records.push_back(read_row(input, row, records.size() + 1));
    } catch (const gradus::Error& failure) {
      throw Error(fmt::format("{}:{}: {}", path, row.line, failure.what()), failure.hint());
    }
  }
  return records;
}

}  // namespace

decisions::Value read_given(const Input& input, const std::string& typed) {
  if (!typed.starts_with('@')) return decisions::read_answer(input, typed);
  const auto path = typed.substr(1);
  if (path.ends_with(".csv")) return read_records(input, path);
  return decisions::read_answer(input, read_data_file(path, "list of records"));
}

}  // namespace gradus::cli
