#include "store/verdict.hpp"

#include "gradus/journal/json_value.hpp"
#include "gradus/text/id.hpp"

#include "store/kept_entry.hpp"

#include <cstddef>
#include <utility>

namespace gradus::store {
namespace {

using journal::Json;
using rules::Status;
using rules::Truth;

// Thrown for a text that is not a verdict; a value of the wrong type throws Json::exception.
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
  json["have"] = journal::to_value(outcome.have);
  json["need"] = outcome.need;
  json["missing"] = journal::to_value(outcome.missing);
  json["unit"] = outcome.unit;
}

void put_parts(Json& json, const rules::Outcome& outcome) {
  if (outcome.parts.empty()) return;
  auto& parts = json["parts"] = Json::array();
  for (const auto& part : outcome.parts) {
    Json one{{"status", name(rules::status_of(part.truth))}};
    put_outcome(one, part);
    put_parts(one, part);
    parts.push_back(std::move(one));
  }
}

Json waiver_values(const rules::CriterionResult& criterion) {
  const auto& waiver = *criterion.waiver;
  return {{"reason", waiver.reason},
          {"until", journal::to_value(waiver.until)},
          {"on", waiver.on.iso()},
          {"instead_of", name(rules::status_of(criterion.outcome.truth))}};
}

Json criterion_values(const rules::CriterionResult& criterion) {
  Json json{
      {"id", criterion.id.text()}, {"title", criterion.title}, {"status", name(criterion.status)}};
  put_outcome(json, criterion.outcome);
  json["how"] = criterion.how;
  auto& repeat = json["repeat"] = Json::array();
  for (const auto& week : criterion.repeat) repeat.push_back(week.text());
  if (criterion.waiver) json["waiver"] = waiver_values(criterion);
  put_parts(json, criterion.outcome);
  return json;
}

Json evidence_values(const rules::Evidence& evidence) {
  auto newest = Json::array();
  for (const auto& line : evidence.words) newest.push_back(line);
  for (const auto& entry : evidence.newest) newest.push_back(journal::to_value(entry));
  return {{"total", evidence.total}, {"newest", std::move(newest)}};
}

template <class T>
T or_no_verdict(std::optional<T> value) {
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
  auto id = text_of(json);
  if (!text::is_id(id)) throw NoVerdict{};
  return Id(std::move(id));
}

Status read_status(const Json& json) {
  return or_no_verdict(rules::parse_status(text_of(json)));
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
                       .on = or_no_verdict(calendar::Date::parse(text_of(json.at("on"))))};
  if (!json.at("until").is_null())
    waiver.until = or_no_verdict(calendar::Date::parse(text_of(json.at("until"))));
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

rules::Evidence read_evidence(const Json& json) {
  rules::Evidence evidence{.total = json.at("total").get<std::size_t>()};
  for (const auto& one : json.at("newest")) {
    if (one.is_string())
      evidence.words.push_back(text_of(one));
    else
      evidence.newest.push_back(or_no_verdict(read_kept_entry(one)));
  }
  return evidence;
}

rules::Verdict verdict_of(const Json& json) {
  rules::Verdict verdict{.tier = text_of(json.at("tier")),
                         .title = text_of(json.at("title")),
                         .state = or_no_verdict(rules::parse_tier_state(text_of(json.at("state")))),
                         .ready = json.at("ready").get<bool>(),
                         .met = json.at("met").get<std::size_t>(),
                         .criteria = {}};
  for (const auto& criterion : json.at("criteria"))
    verdict.criteria.push_back(read_criterion(criterion, verdict.tier));
  if (!json.contains("evidence")) return verdict;
  for (auto& criterion : verdict.criteria) {
    const auto kept = json.at("evidence").find(criterion.id.text());
    if (kept != json.at("evidence").end()) criterion.evidence = read_evidence(*kept);
  }
  return verdict;
}

}  // namespace

std::string to_text(const rules::Verdict& verdict) {
  Json json{{"tier", verdict.tier},         {"title", verdict.title},
            {"state", name(verdict.state)}, {"ready", verdict.ready},
            {"met", verdict.met},           {"total", verdict.criteria.size()},
            {"criteria", Json::array()}};
  for (const auto& criterion : verdict.criteria)
    json["criteria"].push_back(criterion_values(criterion));
  // By criterion, but not inside them: the first version of the tables had it this way.
  auto& evidence = json["evidence"] = Json::object();
  for (const auto& criterion : verdict.criteria) {
    if (criterion.evidence.total > 0)
      evidence[criterion.id.text()] = evidence_values(criterion.evidence);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<rules::Verdict> read_verdict(const std::string& text) {
  try {
    return verdict_of(Json::parse(text));
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const NoVerdict&) {
    return std::nullopt;
  }
}

}  // namespace gradus::store
