#include "gradus/exchange/csv.hpp"
#include "gradus/journal/fields.hpp"
#include "gradus/journal/json_value.hpp"

#include "exchange/csv_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace gradus::exchange {
namespace {

std::string cell(const journal::Json& value) {
  if (value.is_null()) return {};
  return value.is_string() ? value.get_ref<const std::string&>() : value.dump();
}

}  // namespace

std::string csv_header() {
  return fmt::format("{}", fmt::join(csv_fields(), ","));
}

std::string to_csv(const journal::Entry& entry) {
  std::vector<std::string> cells(csv_fields().size());
  const auto put = [&](std::string_view field, const auto& value) {
    const auto at = std::ranges::find(csv_fields(), field) - csv_fields().begin();
    cells[static_cast<std::size_t>(at)] = cell(journal::to_value(value));
  };
  put("type", std::string(curriculum::name(entry.type())));
  journal::each_field(entry, put);
  return csv_row(cells);
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const auto& each : cells) {
    if (&each != &cells.front()) row += ',';
    row += csv_cell(each);
  }
  return row;
}

}  // namespace gradus::exchange
