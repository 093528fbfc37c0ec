#include "gradus/calendar/duration.hpp"
#include "gradus/report/pace.hpp"

#include "report/hours_charts.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradus::report {
namespace {

using calendar::format_duration;
using calendar::Minutes;
using insight::Forecast;
using insight::ForecastStatus;

std::string chance_day(const std::optional<calendar::Date>& day) {
  return day ? day->iso() : "no date";
}

// "7 days later than planned".
std::string against_plan(calendar::Date day, calendar::Date planned) {
  const auto late = (day - planned).count();
  if (late == 0) return "as planned";
  return late > 0 ? counted(late, "day") + " later than planned"
                  : counted(-late, "day") + " sooner than planned";
}

std::string finish_chances(const Forecast& forecast, const insight::Chances& finish) {
  const auto& [p50, p80] = finish;
  if (!p50) return "in most futures not within ten years";
  if (p50 == p80)
    return fmt::format("{}, {}", day_text(*p50), against_plan(*p50, forecast.planned));
  if (!p80)
    return fmt::format("{} as likely as not; in some futures not within ten years", day_text(*p50));
  return fmt::format("{} as likely as not, {} in eight of ten futures", day_text(*p50),
                     day_text(*p80));
}

std::string weeks_text(const Forecast& forecast) {
  const auto [mean, least, most] = forecast.weekly().value();
  return fmt::format("{} since {}: {} a week on average, {} to {}",
                     counted(forecast.weeks.size(), "week"), forecast.weeks.front().from.iso(),
                     format_duration(Minutes{std::llround(std::floor(mean))}),
                     format_duration(least), format_duration(most));
}

std::string pace_of_gate(const insight::GatePace& pace, calendar::Date until) {
  const auto amount = [&pace](double value) {
    const auto rounded = std::round(value * 10) / 10;
    if (pace.unit == "minutes") return format_duration(Minutes{std::llround(value)});
    return fmt::format("{} {}", number_text(rounded), pace.unit == "usd" ? "USD" : pace.unit);
  };
  return fmt::format("{}: {} missing, {} a week in the {} to {}", pace.criterion.text(),
                     amount(pace.missing), amount(pace.a_week),
                     counted(pace.gains.size(), "whole week"), until.iso());
}

std::string no_pace_text(const Forecast& forecast) {
  std::vector<std::string> ids;
  ids.reserve(forecast.no_pace.size());
  for (const auto& id : forecast.no_pace) ids.push_back(id.text());
  return fmt::format("{}; gradus ready --explain", fmt::join(ids, ", "));
}

FactList finishes(const Forecast& forecast) {
  FactList list{{{"Hours done", finish_chances(forecast, forecast.finish)}}};
  if (forecast.own_ratio)
    list.facts.emplace_back(
        "Or",
        fmt::format("{}, if the rest takes {:.2f} hours for each planned one, as the tiers "
                    "passed did",
                    finish_chances(forecast, forecast.finish_at_own_ratio), *forecast.own_ratio));
  list.facts.emplace_back("Plan", day_text(forecast.planned));
  return list;
}

Table gates(const Forecast& forecast) {
  Table table{
      {{"gate"}, {"as likely as not"}, {"8 in 10"}, {"hours left", Align::right, false, true}}, {}};
  for (const auto& tier : forecast.tiers)
    table.rows.push_back({{tier.tier.text()},
                          {chance_day(tier.opens.p50)},
                          {chance_day(tier.opens.p80)},
                          {format_duration(tier.remaining)}});
  return table;
}

// Where the gates and the end of the hours lie: each from the day that is as likely as not to the
// one in eight of ten futures. What has no date has no bar.
Timeline ranges(const Forecast& forecast) {
  Timeline picture{.whole = {forecast.date, std::max(forecast.date, forecast.planned)},
                   .rows = {},
                   .breaks = {},
                   .marks = {{"today", "▲", forecast.date, Tone::strong}}};
  const auto add = [&picture](const std::string& label, const insight::Chances& chances) {
    if (!chances.p50 || !chances.p80) return;
    picture.whole.to = std::max(picture.whole.to, *chances.p80);
    picture.rows.push_back({.label = label, .span = {*chances.p50, *chances.p80}, .done = false});
  };
  picture.rows.reserve(forecast.tiers.size() + 1);
  for (const auto& tier : forecast.tiers) add(tier.tier.text(), tier.opens);
  add("hours done", forecast.finish);
  if (forecast.planned >= forecast.date)
    picture.marks.push_back({"plan", "◆", forecast.planned, Tone::faint});
  return picture;
}

Section inputs(const Forecast& forecast) {
  FactList list{{{"Weeks", weeks_text(forecast)},
                 {"Left", format_duration(forecast.remaining) + " of the plan's hours"}}};
  if (const auto scaled = forecast.scaled_weeks(); scaled > 0)
    list.facts.emplace_back(
        "Slots", fmt::format("{} had more time laid out than your hours give now, and {} in part",
                             counted(scaled, "week"), scaled == 1 ? "counts" : "count"));
  if (forecast.breaks_ahead > calendar::Days{0})
    list.facts.emplace_back("Breaks", counted(forecast.breaks_ahead.count(), "day") + " left out");
  for (const auto& pace : forecast.gate)
    list.facts.emplace_back("Gate", pace_of_gate(pace, forecast.weeks.back().to));
  if (!forecast.no_pace.empty()) list.facts.emplace_back("No date", no_pace_text(forecast));
  Section section{"Drawn from your own weeks", {std::move(list)}};
  if (forecast.hours)
    section.parts.push_back(burn_up_chart(*forecast.hours, forecast.status, forecast.finish));
  return section;
}

// Why there is none, and when to ask again.
std::string none_text(const Forecast& forecast) {
  if (forecast.weeks.size() < insight::least_weeks)
    return fmt::format("No forecast yet: it takes {} of study, and {} over.",
                       counted(insight::least_weeks, "week"),
                       forecast.weeks.empty() ? "none is"
                       : forecast.weeks.size() == 1
                           ? "one is"
                           : counted(forecast.weeks.size(), "week") + " are");
  if (forecast.with_study == 0)
    return "No forecast yet: no study is recorded since the start. gradus log 50m read";
  return "No forecast: at the pace of the weeks so far it would take more than ten years.";
}

}  // namespace

Document view(const Forecast& forecast) {
  Section section{"Forecast · " + day_text(forecast.date), {}};
  auto& parts = section.parts;
  switch (forecast.status) {
    case ForecastStatus::finished:
      parts.emplace_back(Paragraph{"Finished: every tier is passed."});
      break;
    case ForecastStatus::none:
      parts.emplace_back(Paragraph{none_text(forecast)});
      break;
    case ForecastStatus::range:
      parts.emplace_back(finishes(forecast));
      parts.emplace_back(ranges(forecast));
      parts.emplace_back(Paragraph{"Each bar goes from as likely as not to eight of ten futures."});
      parts.emplace_back(gates(forecast));
      if (!forecast.tiers.front().opens.p50)
        parts.emplace_back(Paragraph{
            fmt::format("While {} has no date, the later gates are dated by their hours alone.",
                        forecast.tiers.front().tier.text())});
      parts.emplace_back(inputs(forecast));
      break;
  }
  return {{std::move(section)}};
}

}  // namespace gradus::report
