#include "gradus/report/json.hpp"

#include "report/plan_values.hpp"

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

Json weeks(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& week : plan.weeks) {
    json.push_back({{"number", week.number},
                    {"week", week.load.carries.front().text()},
                    {"carries", ids(week.load.carries)},
                    {"tier", week.load.tier.text()},
                    {"title", week.load.title},
                    {"repeat", week.load.repeat},
                    {"from", week.dates.from.iso()},
                    {"to", week.dates.to.iso()},
                    {"minutes", week.minutes().count()},
                    {"blocks", to_json(week.dates.blocks)},
                    {"problems", problems(week.load.problems)},
                    {"artefacts", ids(week.load.artefacts)},
                    {"modules", ids(week.load.modules)}});
  }
  return json;
}

Json tiers(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& span : plan.tiers()) {
    json.push_back({{"tier", span.tier.text()},
                    {"from", span.from.iso()},
                    {"to", span.to.iso()},
                    {"weeks", span.weeks}});
  }
  return json;
}

Json modules(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& week : plan.weeks)
    for (const auto& module : week.load.modules) json.push_back(module.text());
  return json;
}

Json breaks(const std::vector<plan::Break>& breaks) {
  auto json = Json::array();
  for (const auto& each : breaks)
    json.push_back({{"from", each.from.iso()}, {"to", each.to.iso()}, {"note", each.note}});
  return json;
}

}  // namespace

Json warnings_value(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& warning : plan.warnings) {
    json.push_back({{"code", warning.code}, {"message", warning.message}});
  }
  return json;
}

Json plan_value(const insight::Track& track) {
  const auto& plan = track.plan;
  return {{"track", track.name},
          {"curriculum", track.curriculum.id.text()},
          {"stack", track.stack ? Json(track.stack->text()) : Json(nullptr)},
          {"start", plan.start.iso()},
          {"finish", plan.finish().iso()},
          {"baseline_finish", plan.baseline_finish.iso()},
          {"slip_days", plan.slip().count()},
          {"weeks", weeks(plan)},
          {"modules", modules(plan)},
          {"breaks", breaks(track.breaks)},
          {"tiers", tiers(plan)},
          {"warnings", warnings_value(plan)}};
}

std::string plan_json(const insight::Track& track) {
  return to_text(plan_value(track));
}

}  // namespace gradus::report
