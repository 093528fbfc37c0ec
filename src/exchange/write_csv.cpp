#include "gradus/exchange/csv.hpp"

#include "exchange/csv_records.hpp"
#include "exchange/to_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <variant>

namespace gradus::exchange {
namespace {

std::vector<std::string> all_fields() {
  std::vector<std::string> names{"type", "id", "on", "at", "week", "tier", "note"};
  const auto add = [&](const std::string& field, const auto&) {
    if (std::ranges::find(names, field) == names.end()) names.push_back(field);
  };
  for (const auto type : curriculum::entry_types) {
    const auto blank = journal::blank(type);
    std::visit([&](const auto& what) { what.fields(what, add); }, blank);
  }
  return names;
}

// A text that is there and empty is told apart from none by its quotes.
std::string cell(const Json& value) {
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
    cells[static_cast<std::size_t>(at)] = cell(to_value(value));
  };
  put("type", std::string(curriculum::name(entry.type())));
  put("id", entry.id);
  put("on", entry.on);
  put("at", entry.at);
  put("week", entry.week);
  put("tier", entry.tier);
  if (!entry.note.empty()) put("note", entry.note);
  std::visit([&](const auto& what) { what.fields(what, put); }, entry.what);
  return fmt::format("{}", fmt::join(cells, ","));
}

}  // namespace gradus::exchange
