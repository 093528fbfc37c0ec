#include "track/read_verdict.hpp"

#include "gradus/text/id.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace gradus::track {
namespace {

using Json = nlohmann::ordered_json;
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

rules::Verdict verdict_of(const Json& json) {
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

}  // namespace

std::optional<rules::Verdict> read_verdict(const std::string& json) {
  try {
    return verdict_of(Json::parse(json));
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const NoVerdict&) {
    return std::nullopt;
  }
}

}  // namespace gradus::track
