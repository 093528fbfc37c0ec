#include "gradus/report/pace.hpp"

#include "report/json_values.hpp"

namespace gradus::report {
namespace {

Json inputs_values(const insight::Forecast& forecast) {
  auto weeks = Json::array();
  for (const auto& week : forecast.weeks) {
    weeks.push_back({{"from", week.from.iso()},
                     {"to", week.to.iso()},
                     {"minutes", week.minutes.total().count()},
                     {"counted_minutes", week.counted().count()}});
  }
  auto gate = Json::array();
  for (const auto& pace : forecast.gate)
    gate.push_back({{"criterion", pace.criterion.text()},
                    {"unit", pace.unit},
                    {"missing", number(pace.missing)},
                    {"per_week", number(pace.a_week)}});
  Json no_pace = Json::array();
  if (!forecast.no_pace.empty())
    no_pace.push_back(
        {{"tier", forecast.tiers.front().tier.text()}, {"criteria", ids(forecast.no_pace)}});
  const auto weekly = forecast.weekly();
  return {{"weeks", std::move(weeks)},
          {"weekly_minutes", weekly ? number(weekly->mean) : Json()},
          {"remaining_minutes", forecast.remaining.count()},
          {"own_ratio", number(forecast.own_ratio)},
          {"p50_at_own_ratio", date_or_null(forecast.finish_at_own_ratio.p50)},
          {"p80_at_own_ratio", date_or_null(forecast.finish_at_own_ratio.p80)},
          {"breaks_ahead_days", forecast.breaks_ahead.count()},
          {"draws", forecast.status == insight::ForecastStatus::range ? insight::futures : 0},
          {"gate", std::move(gate)},
          {"no_pace", std::move(no_pace)}};
}

}  // namespace

std::string json(const insight::Forecast& forecast) {
  auto tiers = Json::array();
  for (const auto& tier : forecast.tiers)
    tiers.push_back({{"tier", tier.tier.text()},
                     {"p50", date_or_null(tier.opens.p50)},
                     {"p80", date_or_null(tier.opens.p80)},
                     {"remaining_minutes", tier.remaining.count()}});
  return to_text(
      {{"date", forecast.date.iso()},
       {"status", name(forecast.status)},
       {"p50", date_or_null(forecast.finish.p50)},
       {"p80", date_or_null(forecast.finish.p80)},
       {"planned", forecast.planned.iso()},
       {"studied_minutes", forecast.hours ? Json(forecast.hours->done().count()) : Json()},
       {"due_minutes", forecast.hours ? Json(forecast.hours->due().count()) : Json()},
       {"planned_minutes", forecast.hours ? Json(forecast.hours->all().count()) : Json()},
       {"inputs", inputs_values(forecast)},
       {"tiers", std::move(tiers)}});
}

}  // namespace gradus::report
