#include "gradus/plan/difference.hpp"
#include "gradus/report/plan_changes.hpp"

#include "report/json_values.hpp"
#include "report/plan_values.hpp"

#include <chrono>
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

// The slots of every weekday, from Monday.
Json weekdays(const calendar::Availability& available) {
  auto json = Json::array();
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::chrono::weekday day{iso};
    auto slots = Json::array();
    for (const auto& slot : available.on(day)) slots.push_back(to_json(slot));
    json.push_back({{"day", calendar::short_name(day)}, {"slots", std::move(slots)}});
  }
  return json;
}

// Adds it under the keys that every answer uses.
void add_week(Json& json, const UsualWeek& week) {
  json["available"] = week.available.spec();
  json["fit"] = plan::name(week.fit);
  json["minutes_per_week"] = week.available.per_week().count();
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
          {"available", option.frame.available.spec()},
          {"fit", plan::name(option.frame.fit)},
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
  add_week(json, {change.frame.available, change.frame.fit});
  json["step"] = {{"days", (change.after.plan.finish() - change.before.finish()).count()},
                  {"finish_was", change.before.finish().iso()},
                  {"minutes_per_week_was", change.frame_before.available.per_week().count()},
                  {"fit_was", plan::name(change.frame_before.fit)}};
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

std::string json(const UsualWeek& week) {
  Json json;
  add_week(json, week);
  json["days"] = weekdays(week.available);
  return to_text(json);
}

std::string json(const Options& options) {
  auto list = Json::array();
  for (const auto& option : options.options) list.push_back(option_json(option));
  return to_text({{"options", std::move(list)}});
}

std::string json(const Deadline& deadline) {
  Json json = plan_value(deadline.after, deadline.values);
  const auto& frame = deadline.option.frame;
  const auto minutes = frame.available.per_week().count();
  json["finish_by"] = {
      {"date", deadline.by.iso()},
      {"minutes_per_week", minutes},
      {"hours_per_week", number(std::round(static_cast<double>(minutes) / 60.0 * 100) / 100)},
      {"usual_minutes_per_week", deadline.frame.available.per_week().count()},
      {"available", frame.available.spec()},
      {"fit", plan::name(frame.fit)},
      {"changes", deadline.option.changes},
      {"command", command_of(deadline)}};
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
