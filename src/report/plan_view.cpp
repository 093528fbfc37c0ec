#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/timeline.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

struct Totals {
  calendar::Minutes minutes{0};
  int problems = 0;
  std::size_t artefacts = 0;

  void add(const plan::PlanWeek& week) {
    minutes += week.minutes();
    for (const auto& target : week.load.problems) problems += target.count;
    artefacts += week.load.artefacts.size();
  }
};

// Zero is left out: it is a week without any, and a column of zeros hides the others.
std::string number_or_none(std::size_t number) {
  return number == 0 ? "" : std::to_string(number);
}

std::vector<Cell> row(std::string number, calendar::Date from, calendar::Date to, std::string title,
                      const Totals& totals, Tone tone) {
  return {{std::move(number), tone},
          {from.iso(), tone},
          {to.iso(), tone},
          {std::move(title), tone},
          {calendar::format_duration(totals.minutes), tone},
          {number_or_none(static_cast<std::size_t>(totals.problems)), tone},
          {number_or_none(totals.artefacts), tone}};
}

std::vector<Cell> week_row(const plan::PlanWeek& week, calendar::Date today) {
  Totals totals;
  totals.add(week);
  const bool now = week.dates.from <= today && today <= week.dates.to;
  return row(std::to_string(week.number), week.dates.from, week.dates.to,
             (now ? "► now: " : "  ") + title_text(week), totals, now ? Tone::good : Tone::plain);
}

std::vector<Cell> tier_row(const plan::TierSpan& span, const insight::Track& track) {
  Totals totals;
  for (const auto& week : track.plan.weeks) {
    if (week.load.tier == span.tier) totals.add(week);
  }
  const auto& tier = curriculum::find_tier(track.curriculum, span.tier.text());
  return row("", span.from, span.to, fmt::format("{}, {}", tier.title, counted(span.weeks, "week")),
             totals, Tone::strong);
}

// Each tier's span and sums, and its weeks below.
Table weeks_table(const insight::Track& track, calendar::Date today) {
  Table table{{{"#", Align::right},
               {"from", Align::right},
               {"to", Align::right},
               {"tier and week", Align::left},
               {"hours", Align::right},
               {"problems", Align::right},
               {"artefacts", Align::right}},
              {}};
  auto week = track.plan.weeks.begin();
  for (const auto& span : track.plan.tiers()) {
    table.rows.push_back(tier_row(span, track));
    for (int i = 0; i < span.weeks; ++i, ++week) table.rows.push_back(week_row(*week, today));
  }
  return table;
}

FactList summary(const insight::Track& track) {
  Totals totals;
  for (const auto& week : track.plan.weeks) totals.add(week);
  const auto& plan = track.plan;
  const auto moved =
      plan.slip().count() == 0 ? "" : fmt::format(" ({})", plan.baseline_finish.iso());
  const auto stack = track.stack ? ", stack " + track.stack->text() : std::string();
  return {
      {{"Track", track.name + stack},
       {"Start", day_text(plan.start)},
       {"Finish", fmt::format("{}, {}{}", day_text(plan.finish()), slip_text(plan.slip()), moved)},
       {"In all",
        fmt::format("{} in {}, {}, {}", calendar::format_duration(totals.minutes),
                    counted(plan.weeks.size(), "week"), counted(totals.problems, "problem"),
                    counted(totals.artefacts, "artefact"))}}};
}

ItemList breaks_list(const std::vector<plan::Break>& breaks) {
  ItemList list;
  for (const auto& each : breaks) {
    const auto note = each.note.empty() ? "" : ": " + each.note;
    list.items.push_back({"BREAK", Tone::faint, span_text(each.from, each.to) + note, {}});
  }
  return list;
}

}  // namespace

Document plan_view(const insight::Track& track, calendar::Date today, std::size_t columns) {
  Document document;
  document.parts.emplace_back(Heading{1, "Plan: " + track.curriculum.title});
  document.parts.emplace_back(summary(track));
  document.parts.emplace_back(timeline(track, today, columns));
  document.parts.emplace_back(weeks_table(track, today));
  if (!track.breaks.empty()) document.parts.emplace_back(breaks_list(track.breaks));
  ItemList warnings;
  for (const auto& warning : track.plan.warnings) {
    warnings.items.push_back({"WARNING", Tone::bad, warning.message, {}});
  }
  if (!warnings.items.empty()) document.parts.emplace_back(std::move(warnings));
  return document;
}

}  // namespace gradus::report
