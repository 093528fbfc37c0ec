#include "gradus/insight/criterion_command.hpp"
#include "gradus/report/explanation.hpp"
#include "gradus/report/views.hpp"

#include "report/json_values.hpp"
#include "report/phrases.hpp"
#include "report/requirement_text.hpp"

#include <string_view>
#include <utility>
#include <variant>

namespace gradus::report {
namespace {

Json entry_values(const journal::Entry& entry) {
  return {{"id", entry.id.text()},
          {"type", curriculum::name(entry.type())},
          {"on", entry.on.iso()},
          {"tier", entry.tier ? Json(entry.tier->text()) : Json()},
          {"week", entry.week ? Json(entry.week->text()) : Json()},
          {"text", describe(entry)}};
}

Json counted_values(const journal::Found& found) {
  auto newest = Json::array();
  for (const auto& entry : found.first) newest.push_back(entry_values(entry));
  return {{"total", found.total}, {"newest", std::move(newest)}};
}

// The field that kept an entry out: "on" for a day too early.
std::string_view field_of(const rules::Lack& lack) {
  if (const auto* filter = std::get_if<curriculum::Filter>(&lack)) return filter->field.name;
  return std::holds_alternative<rules::TooOld>(lack) ? "on" : "tier";
}

Json misses_values(const rules::NearMisses& misses) {
  auto nearest = Json::array();
  for (const auto& miss : misses.nearest) {
    auto entry = entry_values(miss.entry);
    entry["field"] = field_of(miss.lack);
    entry["reason"] = lack_text(miss);
    nearest.push_back(std::move(entry));
  }
  return {{"total", misses.total}, {"nearest", std::move(nearest)}};
}

std::string_view form_of(const curriculum::Requirement& requirement) {
  struct Name {
    std::string_view operator()(const curriculum::All&) const { return "all"; }
    std::string_view operator()(const curriculum::Any&) const { return "any"; }
    std::string_view operator()(const curriculum::Not&) const { return "not"; }
    std::string_view operator()(const curriculum::Some&) const { return "some"; }
    std::string_view operator()(const curriculum::Attested&) const { return "attested"; }
    std::string_view operator()(const curriculum::Delivered&) const { return "artefact"; }
    std::string_view operator()(const curriculum::Measure&) const { return "measure"; }
  };
  return std::visit(Name{}, requirement.form);
}

struct ExplanationWriter {
  std::string_view gate;
  const curriculum::CriterionId& criterion;

  // A node of the tree; its numbers are those of the verdict. `wanted`: false under a `not`, where
  // no command would help.
  [[nodiscard]] Json write(const rules::Explanation& explanation, bool wanted = true) const {
    const auto& outcome = explanation.outcome;
    Json json{{"form", form_of(*explanation.requirement)},
              {"asks_for", requirement_text(*explanation.requirement)},
              {"status", name(status_of(outcome.truth))},
              {"have", number(outcome.have)},
              {"need", number(outcome.need)},
              {"missing", number(outcome.missing)},
              {"unit", outcome.unit},
              {"done", number(explanation.done)}};
    if (explanation.parts.empty()) {
      const auto command = insight::criterion_command(explanation, gate, criterion);
      json["command"] = command.empty() || !wanted ? Json() : Json(command);
      json["counted"] = counted_values(explanation.counted);
      json["near_misses"] = misses_values(explanation.near_misses);
      return json;
    }
    auto& parts = json["parts"] = Json::array();
    const bool inverse = std::holds_alternative<curriculum::Not>(explanation.requirement->form);
    for (const auto& part : explanation.parts) parts.push_back(write(part, wanted && !inverse));
    return json;
  }
};

Json opening_values(const insight::GateForecast& opening) {
  auto waits = Json::array();
  for (const auto& wait : opening.waits) {
    waits.push_back({{"criterion", wait.criterion.text()},
                     {"waits_for", name(wait.waits)},
                     {"on", date_or_null(wait.on)},
                     {"per_week", number(wait.a_week)},
                     {"unit", wait.unit.empty() ? Json() : Json(wait.unit)}});
  }
  return {{"pace_from", opening.pace_from.iso()},
          {"on", date_or_null(opening.on)},
          {"criteria", std::move(waits)}};
}

}  // namespace

std::string json(const ExplainedGate& gate) {
  auto json = to_json(gate.verdict);
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    const ExplanationWriter writer{gate.verdict.tier, gate.verdict.criteria[i].id};
    json["criteria"][i]["explanation"] = writer.write(gate.criteria[i]);
  }
  if (gate.passed_on) json["passed_on"] = gate.passed_on->iso();
  json["soonest"] = gate.opening ? opening_values(*gate.opening) : Json();
  return to_text(json);
}

}  // namespace gradus::report
