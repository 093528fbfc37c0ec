#include "gradus/exchange/jsonl.hpp"

#include "exchange/to_value.hpp"

#include <string>
#include <variant>

namespace gradus::exchange {

std::string to_json(const journal::Entry& entry) {
  Json line;
  line["type"] = curriculum::name(entry.type());
  line["id"] = to_value(entry.id);
  line["on"] = to_value(entry.on);
  line["at"] = to_value(entry.at);
  line["week"] = to_value(entry.week);
  line["tier"] = to_value(entry.tier);
  line["note"] = entry.note;
  const auto add = [&](const char* field, const auto& value) { line[field] = to_value(value); };
  std::visit([&](const auto& what) { what.fields(what, add); }, entry.what);
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gradus::exchange
