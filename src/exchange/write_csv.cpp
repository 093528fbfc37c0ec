#include "gradus/exchange/csv.hpp"
#include "gradus/journal/fields.hpp"
#include "gradus/journal/json_value.hpp"

#include "exchange/csv_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace gradus::exchange {
namespace {

std::vector<std::string> all_fields() {
  std::vector<std::string> names;
  for (const auto type : curriculum::entry_types) {
    for (auto& field : journal::field_names(type)) {
      if (std::ranges::find(names, field) == names.end()) names.push_back(std::move(field));
    }
  }
  return names;
}

// Quotes tell an empty text from a missing one.
std::string cell(const journal::Json& value) {
  if (value.is_null()) return {};
  if (!value.is_string()) return csv_cell(value.dump());
  const auto& text = value.get_ref<const std::string&>();
  return text.empty() ? "\"\"" : csv_cell(text);
}

}  // namespace

const std::vector<std::string>& csv_fields() {
  static const std::vector<std::string> fields = all_fields();
  return fields;
}

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
  if (entry.note.empty()) put("note", std::optional<std::string>());
  return fmt::format("{}", fmt::join(cells, ","));
}

}  // namespace gradus::exchange
