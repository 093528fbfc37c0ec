#include "gradus/report/json.hpp"

#include "report/exam_parts.hpp"
#include "report/plan_values.hpp"

#include <utility>

namespace gradus::report {
namespace {

Json problems(const std::vector<curriculum::ProblemTarget>& targets) {
  auto json = Json::array();
  for (const auto& target : targets) {
    json.push_back({{"topic", target.topic.text()},
                    {"difficulty", name(target.difficulty)},
                    {"count", target.count},
                    {"top_up", target.top_up}});
  }
  return json;
}

Json weeks(const std::vector<insight::WeekValues>& list) {
  auto json = Json::array();
  for (const auto& values : list) {
    auto row = week_row(values);
    row["problems"] = problems(values.week.load.problems);
    row["artefacts"] = ids(values.week.load.artefacts);
    json.push_back(std::move(row));
  }
  return json;
}

Json tiers(const std::vector<insight::TierValues>& list) {
  auto json = Json::array();
  for (const auto& [span, amounts] : list) {
    Json row{{"tier", span.tier.text()},
             {"from", span.from.iso()},
             {"to", span.to.iso()},
             {"weeks", span.weeks}};
    add_amounts(row, amounts);
    json.push_back(std::move(row));
  }
  return json;
}

Json modules(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& week : plan.weeks)
    for (const auto& module : week.load.modules) json.push_back(module.text());
  return json;
}

}  // namespace

Json breaks_value(const std::vector<plan::Break>& breaks) {
  auto json = Json::array();
  for (const auto& each : breaks)
    json.push_back({{"from", each.from.iso()}, {"to", each.to.iso()}, {"note", each.note}});
  return json;
}

Json warnings_value(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& warning : plan.warnings) {
    json.push_back({{"code", warning.code}, {"message", warning.message}});
  }
  return json;
}

Json plan_value(const insight::Track& track, const insight::PlanValues& values) {
  const auto& plan = track.plan;
  Json json{{"track", track.name},
            {"curriculum", track.curriculum.id.text()},
            {"stack", track.stack ? Json(track.stack->text()) : Json(nullptr)},
            {"start", plan.start.iso()},
            {"finish", plan.finish().iso()},
            {"baseline_finish", plan.baseline_finish.iso()},
            {"slip_days", plan.slip().count()}};
  add_amounts(json, values.total);
  json["problems_beyond"] = values.problems_beyond;
  json["weeks"] = weeks(values.weeks);
  json["modules"] = modules(plan);
  json["breaks"] = breaks_value(track.frame.breaks);
  json["tiers"] = tiers(values.tiers);
  json["exam_date"] = date_or_null(track.exam_plan.exam_date);
  auto& exam_days = json["exam_days"] = Json::array();
  for (const auto& line : track.exam_plan.lines) exam_days.push_back(to_json(line));
  json["warnings"] = warnings_value(plan);
  return json;
}

std::string json(const insight::Track& track, const insight::PlanValues& values,
                 calendar::Date /*today*/, const PlanOptions& options) {
  auto plan = plan_value(track, values);
  if (options.tier) {
    for (const auto* list : {"weeks", "tiers"}) {
      auto only = Json::array();
      for (const auto& row : plan[list])
        if (row["tier"] == options.tier->text()) only.push_back(row);
      plan[list] = std::move(only);
    }
  }
  return to_text(plan);
}

}  // namespace gradus::report
