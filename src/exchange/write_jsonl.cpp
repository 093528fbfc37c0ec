#include "gradus/exchange/jsonl.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace gradus::exchange {
namespace {

using Json = nlohmann::ordered_json;

Json to_value(bool flag) {
  return flag;
}
Json to_value(int number) {
  return number;
}
Json to_value(double number) {
  return number;
}
Json to_value(const std::string& text) {
  return text;
}
Json to_value(const std::map<std::string, double>& shares) {
  return shares;
}
Json to_value(const journal::EntryId& id) {
  return id.text();
}
Json to_value(calendar::Date day) {
  return day.iso();
}
Json to_value(const calendar::Moment& moment) {
  return moment.iso();
}
Json to_value(journal::SessionKind kind) {
  return name(kind);
}
Json to_value(journal::ExpenseKind kind) {
  return name(kind);
}
Json to_value(curriculum::Difficulty difficulty) {
  return name(difficulty);
}

template <class Rep, class Period>
Json to_value(std::chrono::duration<Rep, Period> time) {
  return time.count();
}

Json to_value(curriculum::Usd amount) {
  if (amount.cents() % 100 == 0) return amount.cents() / 100;
  return amount.dollars();
}

template <class Tag>
Json to_value(const curriculum::Id<Tag>& id) {
  return id.text();
}

template <class T>
Json to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Json(nullptr);
}

}  // namespace

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
