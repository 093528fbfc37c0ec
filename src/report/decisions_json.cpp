#include "gradus/report/decisions.hpp"

#include "report/decision_values.hpp"

#include <algorithm>

namespace gradus::report {
namespace {

using decisions::Decision;

Json steps_json(const Decision& decision) {
  auto steps = Json::array();
  for (const auto& step : decision.steps) {
    auto saw = Json::object();
    for (const auto& [name, value] : step.saw) saw[name] = value_json(value);
    auto json = Json{{"step", step.id}, {"input", std::move(saw)}};
    if (step.left.empty())
      json["result"] = rules::name(step.met);
    else
      json["result"] = step.left;
    steps.push_back(std::move(json));
  }
  return steps;
}

// The findings of a sheet, each with its reason.
Json findings_of(const Decision& decision) {
  auto findings = Json::array();
  for (const auto& step : decision.steps)
    if (step.met != rules::Truth::fail)
      findings.push_back(
          {{"row", step.id}, {"why", step.why}, {"unknown", step.met == rules::Truth::unknown}});
  return findings;
}

Json each_json(const std::vector<decisions::RecordDecision>& each) {
  auto list = Json::array();
  for (const auto& [record, decision] : each) {
    auto json = Json{{"id", record_id(record)}};
    for (const auto& [output, value] : decision.result) json[output] = value_json(value);
    list.push_back(std::move(json));
  }
  return list;
}

bool all_decided(const std::vector<decisions::RecordDecision>& each) {
  return !each.empty() &&
         std::ranges::all_of(each, [](const auto& one) { return one.decision.decided; });
}

Json changes_json(const std::vector<decisions::Change>& changes) {
  auto list = Json::array();
  for (const auto& change : changes)
    list.push_back({{"input", change.input},
                    {"value", value_json(change.value)},
                    {"result", value_json(change.result.front().second)}});
  return list;
}

Json sequence_json(const decisions::Table& table) {
  return Json{{"table", table.id},   {"status", "decided"}, {"result", {{"order", table.items}}},
              {"row", nullptr},      {"why", table.whys},   {"steps", Json::array()},
              {"ask", Json::array()}};
}

}  // namespace

std::string json(const AnsweredTable& answered) {
  const auto& table = answered.table;
  const auto& decision = answered.decision;
  const bool for_records = table.for_records();
  Json json;
  if (table.is_sequence()) {
    json = sequence_json(table);
  } else {
    const bool decided = for_records ? all_decided(answered.each) : decision.decided;
    json = Json{{"table", table.id}, {"status", decided ? "decided" : "unknown"}};
    json["result"] = for_records ? each_json(answered.each) : result_json(decision);
    json["row"] = row_json(table, decision);
    json["why"] = decision.why.empty() ? Json() : Json(decision.why);
    json["steps"] = steps_json(decision);
    json["ask"] = for_records && answered.each.empty() ? Json{*table.for_each} : Json(decision.ask);
    json["changes"] = changes_json(answered.changes);
    if (table.hit == decisions::Hit::all) json["findings"] = findings_of(decision);
    if (decision.record) json["record"] = record_id(*decision.record);
  }
  auto from_track = Json::object();
  for (const auto& name : answered.from_track)
    from_track[name] = value_json(answered.given.at(name));
  json["from_track"] = std::move(from_track);
  json["source"] = table.source.empty() ? Json() : Json(table.source);
  json["as_of"] = date_or_null(table.as_of);
  json["illustrative"] = table.illustrative;
  return to_text(json);
}

std::string json(const std::vector<decisions::Table>& tables) {
  auto list = Json::array();
  for (const auto& table : tables)
    list.push_back({{"table", table.id},
                    {"title", table.title},
                    {"module", table.module.empty() ? Json() : Json(table.module)},
                    {"illustrative", table.illustrative}});
  return to_text(list);
}

}  // namespace gradus::report
