#include "gradus/exchange/csv.hpp"
#include "gradus/journal/fields.hpp"

#include <algorithm>
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

}  // namespace

const std::vector<std::string>& csv_fields() {
  static const std::vector<std::string> fields = all_fields();
  return fields;
}

}  // namespace gradus::exchange
