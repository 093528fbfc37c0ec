#include "gradus/plan/difference.hpp"
#include "gradus/report/plan_changes.hpp"

#include "report/json_values.hpp"
#include "report/plan_values.hpp"

#include <cmath>

namespace gradus::report {
namespace {

Json span_or_null(const std::optional<plan::TierSpan>& span) {
  if (!span) return nullptr;
  return {{"from", span->from.iso()}, {"to", span->to.iso()}, {"weeks", span->weeks}};
}

Json tier_dates(const plan::Plan& plan) {
  auto json = Json::array();
  for (const auto& span : plan.tiers())
    json.push_back({{"tier", span.tier.text()}, {"from", span.from.iso()}, {"to", span.to.iso()}});
  return json;
}

Json option_json(const plan::Option& option) {
  auto repeats = Json::array();
  for (const auto& week : option.plan.weeks)
    if (week.load.repeat && !week.dates.finished)
      repeats.push_back(week.load.carries.front().week.text());
  return {{"option", plan::name(option.strategy)},
          {"finish", option.plan.finish().iso()},
          {"slip_days", option.plan.slip().count()},
          {"minutes_per_week", option.frame.available.per_week().count()},
          {"weeks", option.plan.weeks.size()},
          {"tiers", tier_dates(option.plan)},
          {"repeats", repeats},
          {"changes", option.changes},
          {"limit", option.limit},
          {"warnings", warnings_value(option.plan)}};
}

}  // namespace

Json plan_change_value(const PlanChange& change) {
  Json json = plan_value(change.after, change.values);
  json["what_if"] = change.what_if;
  auto& changes = json["changes"] = Json::array();
  for (const auto& shift : plan::difference(change.before, change.after.plan)) {
    if (!shift.moved()) continue;
    changes.push_back({{"tier", shift.tier.text()},
                       {"was", span_or_null(shift.was)},
                       {"now", span_or_null(shift.now)}});
  }
  return json;
}

std::string json(const PlanChange& change) {
  return to_text(plan_change_value(change));
}

std::string json(const std::vector<plan::Option>& options, const insight::Track& /*track*/) {
  auto list = Json::array();
  for (const auto& option : options) list.push_back(option_json(option));
  return to_text({{"options", std::move(list)}});
}

std::string json(const Deadline& deadline, const insight::Track& accelerated,
                 const insight::PlanValues& values) {
  Json json = plan_value(accelerated, values);
  const auto minutes = deadline.per_week.count();
  json["finish_by"] = {
      {"date", deadline.by.iso()},
      {"minutes_per_week", minutes},
      {"hours_per_week", number(std::round(static_cast<double>(minutes) / 60.0 * 100) / 100)},
      {"usual_minutes_per_week", deadline.usual_per_week.count()},
      {"available", deadline.available},
      {"fit", "flow"}};
  return to_text(json);
}

std::string json(const std::vector<plan::Break>& breaks) {
  return to_text(breaks_value(breaks));
}

std::string json(const std::vector<ListedModule>& modules,
                 const std::vector<curriculum::ModuleBundle>& bundles) {
  Json json{{"modules", Json::array()}, {"bundles", Json::array()}};
  for (const auto& [module, planned] : modules) {
    json["modules"].push_back({{"id", module.id.text()},
                               {"title", module.title},
                               {"weeks", ids(module.weeks)},
                               {"minutes", module.minutes.total().count()},
                               {"net_minutes", module.net().total().count()},
                               {"requires", ids(module.needs)},
                               {"soft", ids(module.soft)},
                               {"planned", planned}});
  }
  for (const auto& bundle : bundles) {
    json["bundles"].push_back({{"id", bundle.id.text()},
                               {"title", bundle.title},
                               {"modules", ids(bundle.modules)},
                               {"note", bundle.note}});
  }
  return to_text(json);
}

}  // namespace gradus::report
