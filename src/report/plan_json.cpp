#include "gradus/report/json.hpp"

#include "report/json_values.hpp"

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
                    {"minutes", week.dates.minutes().count()},
                    {"blocks", to_json(week.dates.blocks)},
                    {"problems", problems(week.load.problems)},
                    {"artefacts", ids(week.load.artefacts)}});
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

Json warnings(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& warning : plan.warnings) {
    json.push_back({{"code", warning.code}, {"message", warning.message}});
  }
  return json;
}

}  // namespace

std::string plan_json(const insight::Track& track) {
  const auto& plan = track.plan;
  return to_text({{"track", track.name},
                  {"curriculum", track.curriculum.id.text()},
                  {"stack", track.stack ? Json(track.stack->text()) : Json(nullptr)},
                  {"start", plan.start.iso()},
                  {"finish", plan.finish().iso()},
                  {"baseline_finish", plan.baseline_finish.iso()},
                  {"slip_days", plan.slip().count()},
                  {"weeks", weeks(plan)},
                  {"modules", Json::array()},
                  {"tiers", tiers(plan)},
                  {"warnings", warnings(plan)}});
}

}  // namespace gradus::report
