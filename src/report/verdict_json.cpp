#include "gradus/report/json.hpp"

#include "report/json_values.hpp"
#include "report/phrases.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A verdict as JSON, which is also how the store keeps the one on which a tier was passed; and
// back.
namespace gradus::report {
namespace {

using rules::Status;
using rules::Truth;

// What a text lacks to be a verdict; Json::exception says the same of its values.
struct NoVerdict {};

Truth truth_of(Status status) {
  switch (status) {
    case Status::pass:
      return Truth::pass;
    case Status::fail:
      return Truth::fail;
    case Status::unknown:
      return Truth::unknown;
    case Status::waived:
      break;
  }
  throw NoVerdict{};
}

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

template <class T>
T found(std::optional<T> value) {
  if (!value) throw NoVerdict{};
  return *std::move(value);
}

std::string text_of(const Json& json) {
  return json.get<std::string>();
}

std::optional<double> number_of(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return json.get<double>();
}

template <class Id>
Id id_of(const Json& json) {
  auto text = text_of(json);
  if (!text::is_id(text)) throw NoVerdict{};
  return Id(std::move(text));
}

Status read_status(const Json& json) {
  return found(rules::parse_status(text_of(json)));
}

rules::Outcome read_outcome(const Json& json, Truth truth) {
  rules::Outcome outcome{.truth = truth,
                         .have = number_of(json.at("have")),
                         .need = json.at("need").get<double>(),
                         .missing = number_of(json.at("missing")),
                         .unit = text_of(json.at("unit")),
                         .parts = {}};
  if (json.contains("parts")) {
    for (const auto& part : json.at("parts"))
      outcome.parts.push_back(read_outcome(part, truth_of(read_status(part.at("status")))));
  }
  return outcome;
}

rules::Waiver read_waiver(const Json& json, const std::string& gate,
                          const curriculum::CriterionId& criterion) {
  rules::Waiver waiver{.gate = gate,
                       .criterion = criterion,
                       .reason = text_of(json.at("reason")),
                       .on = found(calendar::Date::parse(text_of(json.at("on"))))};
  if (!json.at("until").is_null())
    waiver.until = found(calendar::Date::parse(text_of(json.at("until"))));
  return waiver;
}

rules::CriterionResult read_criterion(const Json& json, const std::string& gate) {
  auto id = id_of<curriculum::CriterionId>(json.at("id"));
  const auto status = read_status(json.at("status"));
  std::optional<rules::Waiver> waiver;
  Truth truth = Truth::unknown;
  if (status == Status::waived) {
    waiver = read_waiver(json.at("waiver"), gate, id);
    truth = truth_of(read_status(json.at("waiver").at("instead_of")));
  } else {
    truth = truth_of(status);
  }
  rules::CriterionResult criterion{.id = std::move(id),
                                   .title = text_of(json.at("title")),
                                   .status = status,
                                   .outcome = read_outcome(json, truth),
                                   .how = text_of(json.at("how")),
                                   .repeat = {},
                                   .waiver = std::move(waiver),
                                   .evidence = {},
                                   .requirement = {}};
  for (const auto& week : json.at("repeat"))
    criterion.repeat.push_back(id_of<curriculum::WeekId>(week));
  return criterion;
}

void read_evidence(rules::Verdict& verdict, const Json& json) {
  for (auto& criterion : verdict.criteria) {
    const auto found = json.find(criterion.id.text());
    if (found == json.end()) continue;
    criterion.evidence = {found->at("total").get<std::size_t>(),
                          found->at("newest").get<std::vector<std::string>>()};
  }
}

rules::Verdict read(const Json& json) {
  rules::Verdict verdict{.tier = text_of(json.at("tier")),
                         .title = text_of(json.at("title")),
                         .state = found(rules::parse_tier_state(text_of(json.at("state")))),
                         .ready = json.at("ready").get<bool>(),
                         .met = json.at("met").get<std::size_t>(),
                         .criteria = {}};
  for (const auto& criterion : json.at("criteria"))
    verdict.criteria.push_back(read_criterion(criterion, verdict.tier));
  if (json.contains("evidence")) read_evidence(verdict, json.at("evidence"));
  return verdict;
}

// By criterion, and beside them: a passed tier's criteria read as they did before.
Json evidence_values(const rules::Verdict& verdict) {
  auto json = Json::object();
  for (const auto& criterion : verdict.criteria) {
    const auto& evidence = criterion.evidence;
    if (evidence.total == 0) continue;
    json[criterion.id.text()] = {{"total", evidence.total}, {"newest", evidence.newest}};
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

Json to_json(const rules::Verdict& verdict) {
  Json json{{"tier", verdict.tier},
            {"title", verdict.title},
            {"state", name(verdict.state)},
            {"ready", verdict.ready},
            {"met", verdict.met},
            {"total", verdict.criteria.size()},
            {"criteria", to_json(verdict.criteria)}};
  if (auto evidence = evidence_values(verdict); !evidence.empty())
    json["evidence"] = std::move(evidence);
  return json;
}

std::string verdict_json(const rules::Verdict& verdict) {
  return to_text(to_json(verdict));
}

std::optional<rules::Verdict> read_verdict(const std::string& json) {
  try {
    return read(Json::parse(json));
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const NoVerdict&) {
    return std::nullopt;
  }
}

std::string passed_gate_json(const rules::PassedGate& gate) {
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
