#include "gradus/report/json.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

Json to_json(const rules::CriterionResult& criterion) {
  const auto& outcome = criterion.outcome;
  return {{"id", criterion.id.text()},
          {"title", criterion.title},
          {"status", name(criterion.status)},
          {"have", number(outcome.have)},
          {"need", number(outcome.need)},
          {"missing", number(outcome.missing)},
          {"unit", outcome.unit},
          {"how", criterion.how},
          {"repeat", ids(criterion.repeat)}};
}

Json to_json(const rules::Verdict& verdict) {
  auto criteria = Json::array();
  for (const auto& criterion : verdict.criteria) criteria.push_back(to_json(criterion));
  return {{"tier", verdict.tier},
          {"title", verdict.title},
          {"state", name(verdict.state)},
          {"ready", verdict.ready},
          {"met", verdict.met},
          {"total", verdict.criteria.size()},
          {"criteria", std::move(criteria)}};
}

std::string verdict_json(const rules::Verdict& verdict) {
  return to_text(to_json(verdict));
}

}  // namespace gradus::report
