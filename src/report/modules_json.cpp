#include "gradus/report/modules.hpp"

#include "report/json_values.hpp"
#include "report/module_parts.hpp"

#include <cstddef>
#include <utility>

namespace gradus::report {
namespace {

Json flag_or_null(const std::optional<bool>& flag) {
  return flag ? Json(*flag) : Json();
}

Json planned_value(const insight::ModuleState& state) {
  return state.verdict ? Json(state.planned) : Json();
}

Json met_value(const insight::ModuleState& state) {
  return state.verdict ? Json(state.met()) : Json();
}

Json minutes_value(const curriculum::WeekMinutes& minutes) {
  return {{"read", minutes.read.count()},
          {"lab", minutes.lab.count()},
          {"review", minutes.review.count()}};
}

Json prompts_value(const std::vector<curriculum::ModulePrompt>& prompts) {
  auto json = Json::array();
  for (const auto& prompt : prompts)
    json.push_back({{"id", prompt.id.text()}, {"title", prompt.title}, {"points", prompt.points}});
  return json;
}

Json quiz_value(const curriculum::Quiz& quiz) {
  return {{"table", quiz.table.text()}, {"items", quiz.items}, {"at_least", quiz.at_least}};
}

Json check_value(const curriculum::ModuleCheck& check, const rules::CriterionResult* result,
                 const std::string& command) {
  Json json{{"id", check.id.text()}, {"kind", name(check.kind)}, {"title", check.title}};
  json["status"] = result == nullptr ? Json() : Json(rules::name(result->status));
  json["have"] = result == nullptr ? Json() : number(result->outcome.have);
  json["need"] = result == nullptr ? Json() : number(result->outcome.need);
  json["missing"] = result == nullptr ? Json() : number(result->outcome.missing);
  json["unit"] = result == nullptr ? Json() : Json(result->outcome.unit);
  json["limit_seconds"] = check.limit ? Json(check.limit->count()) : Json();
  json["quiz"] = check.quiz ? quiz_value(*check.quiz) : Json();
  json["how"] = command;
  return json;
}

}  // namespace

Json topics_value(const insight::ModulePage& page) {
  auto json = Json::array();
  const auto& topics = page.state.module.topics;
  for (std::size_t i = 0; i < topics.size(); ++i)
    json.push_back({{"id", topics[i].id.text()},
                    {"title", topics[i].title},
                    {"outcome", topics[i].outcome},
                    {"practice_url", text_or_null(page.practice.at(i))}});
  return json;
}

Json checks_value(const insight::ModulePage& page) {
  auto json = Json::array();
  const auto& [module, planned, verdict] = page.state;
  for (std::size_t i = 0; i < module.checks.size(); ++i)
    json.push_back(check_value(module.checks[i], verdict ? &verdict->criteria.at(i) : nullptr,
                               page.commands.at(i)));
  return json;
}

Json labs_value(const curriculum::Module& module) {
  auto json = Json::array();
  for (const auto& lab : module.labs) json.push_back({{"id", lab.id.text()}, {"title", lab.title}});
  return json;
}

Json module_in_week(const insight::ModulePage& page) {
  const auto& state = page.state;
  return {{"id", state.module.id.text()},           {"title", state.module.title},
          {"passed", flag_or_null(state.passed())}, {"met", met_value(state)},
          {"total", state.module.checks.size()},    {"topics", topics_value(page)},
          {"labs", labs_value(state.module)},       {"checks", checks_value(page)}};
}

std::string json(const std::vector<insight::ModuleState>& modules) {
  auto json = Json::array();
  for (const auto& state : modules) {
    const auto& module = state.module;
    json.push_back({{"id", module.id.text()},
                    {"title", module.title},
                    {"weeks", ids(module.weeks)},
                    {"minutes", module.minutes.total().count()},
                    {"net_minutes", module.net().total().count()},
                    {"requires", ids(module.needs)},
                    {"planned", planned_value(state)},
                    {"passed", flag_or_null(state.passed())},
                    {"met", met_value(state)},
                    {"total", module.checks.size()}});
  }
  return to_text(json);
}

std::string json(const insight::ModulePage& page) {
  const auto& state = page.state;
  const auto& module = state.module;
  return to_text({{"id", module.id.text()},
                  {"title", module.title},
                  {"weeks", ids(module.weeks)},
                  {"also", ids(module.also)},
                  {"planned", planned_value(state)},
                  {"passed", flag_or_null(state.passed())},
                  {"met", met_value(state)},
                  {"total", module.checks.size()},
                  {"minutes", minutes_value(module.minutes)},
                  {"net_minutes", module.net().total().count()},
                  {"requires", ids(module.needs)},
                  {"soft", ids(module.soft)},
                  {"topics", topics_value(page)},
                  {"checks", checks_value(page)},
                  {"labs", labs_value(module)},
                  {"prompts", prompts_value(page.prompts)},
                  {"notes", module.notes},
                  {"tags", module.tags},
                  {"source", module.source},
                  {"as_of", date_or_null(module.as_of)}});
}

std::string json(const ModuleGate& gate) {
  const auto& [module, planned, verdict] = gate.state;
  auto checks = Json::array();
  for (std::size_t i = 0; i < module.checks.size(); ++i) {
    const auto& criterion = verdict.value().criteria.at(i);
    checks.push_back(check_value(module.checks[i], &criterion, criterion.how));
  }
  return to_text({{"id", module.id.text()},
                  {"title", module.title},
                  {"planned", planned},
                  {"passed", verdict->ready},
                  {"ready", verdict->ready},
                  {"met", verdict->met},
                  {"total", verdict->criteria.size()},
                  {"checks", std::move(checks)}});
}

}  // namespace gradus::report
