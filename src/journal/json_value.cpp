#include "gradus/journal/json_value.hpp"

#include "gradus/journal/fields.hpp"

namespace gradus::journal {

Json to_value(const Entry& entry) {
  Json object;
  object[std::string(field::entry_type)] = curriculum::name(entry.type());
  each_field(entry, [&](const curriculum::Field& field, const auto& value) {
    object[std::string(field.name)] = to_value(value);
  });
  return object;
}

}  // namespace gradus::journal
