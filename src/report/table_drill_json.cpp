#include "gradus/report/table_drill.hpp"

#include "report/decision_values.hpp"

#include <algorithm>
#include <utility>

namespace gradus::report {
namespace {

// The reason of the row that decided, or of each finding.
Json reason_json(const decisions::Table& table, const decisions::Item& item) {
  const auto& decision = item.decision;
  if (table.hit != decisions::Hit::all) return decision.why.empty() ? Json() : Json(decision.why);
  auto reasons = Json::array();
  for (const auto& step : decision.steps)
    if (std::ranges::find(decision.by, step.id) != decision.by.end()) reasons.push_back(step.why);
  return reasons;
}

Json item_json(const decisions::Table& table, const decisions::Item& item) {
  if (table.is_sequence())
    return Json{{"given", {{"shown", item.shown}}},
                {"result", {{"order", table.items}}},
                {"row", nullptr},
                {"why", table.whys}};
  auto json = Json{{"given", values_json(item.given)},
                   {"result", result_json(item.decision)},
                   {"row", row_json(table, item.decision)},
                   {"why", reason_json(table, item)}};
  if (item.decision.record) json["record"] = record_id(*item.decision.record);
  return json;
}

}  // namespace

std::string json(const TableRound& round) {
  auto items = Json::array();
  for (const auto& item : round.drawn.items) items.push_back(item_json(round.drawn.table, item));
  return to_text(Json{{"table", round.drawn.table.id}, {"items", std::move(items)}});
}

}  // namespace gradus::report
