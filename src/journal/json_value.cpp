#include "gradus/journal/json_value.hpp"

#include "gradus/journal/fields.hpp"

namespace gradus::journal {

Json to_value(const Entry& entry) {
  Json object;
  object["type"] = curriculum::name(entry.type());
  each_field(entry, [&](const char* field, const auto& value) { object[field] = to_value(value); });
  return object;
}

}  // namespace gradus::journal
