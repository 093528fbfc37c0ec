#include "gradus/journal/json_value.hpp"
#include "gradus/report/json.hpp"

#include "report/json_values.hpp"
#include "report/phrases.hpp"

#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

// The numbers of an outcome, and of its parts.
void put_outcome(Json& json, const rules::Outcome& outcome) {
  json["have"] = number(outcome.have);
  json["need"] = number(outcome.need);
  json["missing"] = number(outcome.missing);
  json["unit"] = outcome.unit;
}

void put_parts(Json& json, const rules::Outcome& outcome) {
  if (outcome.parts.empty()) return;
  auto& parts = json["parts"] = Json::array();
  for (const auto& part : outcome.parts) {
    Json one{{"status", name(status_of(part.truth))}};
    put_outcome(one, part);
    put_parts(one, part);
    parts.push_back(std::move(one));
  }
}

Json waiver_values(const rules::Waiver& waiver) {
  return {
      {"reason", waiver.reason}, {"until", date_or_null(waiver.until)}, {"on", waiver.on.iso()}};
}

// By criterion, but not inside them, so that a passed tier's criteria keep their form.
Json evidence_values(const rules::Verdict& verdict) {
  auto json = Json::object();
  for (const auto& criterion : verdict.criteria) {
    const auto& evidence = criterion.evidence;
    if (evidence.total == 0) continue;
    auto newest = Json::array();
    for (const auto& entry : evidence.newest) newest.push_back(journal::to_value(entry));
    auto& one =
        json[criterion.id.text()] = {{"total", evidence.total}, {"newest", std::move(newest)}};
    if (!evidence.words.empty()) one["words"] = evidence.words;
  }
  return json;
}

}  // namespace

Json to_json(const rules::CriterionResult& criterion) {
  Json json{
      {"id", criterion.id.text()}, {"title", criterion.title}, {"status", name(criterion.status)}};
  put_outcome(json, criterion.outcome);
  json["how"] = criterion.how;
  json["repeat"] = ids(criterion.repeat);
  if (criterion.waiver) {
    auto& waiver = json["waiver"] = waiver_values(*criterion.waiver);
    waiver["instead_of"] = name(status_of(criterion.outcome.truth));
  }
  put_parts(json, criterion.outcome);
  return json;
}

Json to_json(const std::vector<rules::CriterionResult>& criteria) {
  auto json = Json::array();
  for (const auto& criterion : criteria) json.push_back(to_json(criterion));
  return json;
}

Json public_json(const rules::Verdict& verdict) {
  Json json{{"tier", verdict.tier},
            {"title", verdict.title},
            {"state", name(verdict.state)},
            {"ready", verdict.ready},
            {"met", verdict.met},
            {"total", verdict.criteria.size()},
            {"criteria", to_json(verdict.criteria)}};
  if (verdict.state != rules::TierState::passed) json["overdue"] = verdict.overdue;
  return json;
}

Json to_json(const rules::Verdict& verdict) {
  auto json = public_json(verdict);
  if (auto evidence = evidence_values(verdict); !evidence.empty())
    json["evidence"] = std::move(evidence);
  return json;
}

std::string json(const rules::Verdict& verdict) {
  return to_text(to_json(verdict));
}

std::string json(const rules::PassedGate& gate, const ShortIds& /*ids*/) {
  auto json = to_json(gate.verdict);
  json["passed_on"] = gate.on.iso();
  json["no_longer_met"] = to_json(gate.lapsed);
  return to_text(json);
}

std::string waiver_json(const rules::Waiver& waiver) {
  Json json{{"tier", waiver.gate}, {"criterion", waiver.criterion.text()}};
  json.update(waiver_values(waiver));
  return to_text(json);
}

std::string waiver_removed_json(const std::string& gate, const curriculum::CriterionId& criterion) {
  return to_text({{"tier", gate}, {"criterion", criterion.text()}, {"waiver", nullptr}});
}

}  // namespace gradus::report
