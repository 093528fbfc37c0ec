#include "gradus/exchange/jsonl.hpp"

#include "exchange/entry_fields.hpp"
#include "exchange/to_value.hpp"

#include <string>

namespace gradus::exchange {

std::string to_json(const journal::Entry& entry) {
  Json line;
  line["type"] = curriculum::name(entry.type());
  each_field(entry, [&](const char* field, const auto& value) { line[field] = to_value(value); });
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gradus::exchange
