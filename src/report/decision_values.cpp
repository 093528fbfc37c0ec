#include "report/decision_values.hpp"

#include <string>
#include <utility>
#include <variant>

namespace gradus::report {
namespace {

struct ValueToJson {
  Json operator()(bool flag) const { return flag; }
  Json operator()(double value) const { return number(value); }
  Json operator()(const std::string& word) const { return word; }
  Json operator()(const decisions::Words& words) const { return words; }
  Json operator()(const decisions::Numbers& numbers) const {
    auto list = Json::array();
    for (const auto each : numbers) list.push_back(number(each));
    return list;
  }
  Json operator()(const decisions::Records& records) const {
    auto list = Json::array();
    for (const auto& record : records) {
      auto json = Json{{"id", record_id(record)}};
      json.update(values_json(record.fields));
      list.push_back(std::move(json));
    }
    return list;
  }
};

}  // namespace

Json value_json(const std::optional<decisions::Value>& value) {
  return value ? std::visit(ValueToJson{}, *value) : Json();
}

Json values_json(const decisions::Values& values) {
  auto json = Json::object();
  for (const auto& [name, value] : values) json[name] = value_json(value);
  return json;
}

Json result_json(const decisions::Decision& decision) {
  if (decision.result.empty()) return {};
  auto json = Json::object();
  for (const auto& [output, value] : decision.result) json[output] = value_json(value);
  return json;
}

Json record_id(const decisions::Record& record) {
  return record.numbered ? Json::parse(record.id) : Json(record.id);
}

Json row_json(const decisions::Table& table, const decisions::Decision& decision) {
  if (table.hit == decisions::Hit::all) return decision.by;
  return decision.by.empty() ? Json() : Json(decision.by.front());
}

}  // namespace gradus::report
