#include "gradus/exchange/jsonl.hpp"
#include "gradus/journal/json_value.hpp"
#include "gradus/text/json_escapes.hpp"

#include "exchange/removed_type.hpp"

#include <string>

namespace gradus::exchange {
namespace {

std::string on_one_line(const journal::Json& object) {
  return text::with_escapes(object.dump(-1, ' ', false, journal::Json::error_handler_t::replace));
}

}  // namespace

std::string to_json(const journal::Entry& entry) {
  return on_one_line(journal::to_value(entry));
}

std::string to_json(const journal::Removal& removal) {
  return on_one_line({{"type", removed_type},
                      {"id", journal::to_value(removal.id)},
                      {"changed", journal::to_value(removal.changed)}});
}

}  // namespace gradus::exchange
