#include "gradus/report/timer.hpp"
#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace gradus::report {
namespace {

std::string blocks_text(const insight::Today& today) {
  using calendar::Minutes;
  if (today.blocks.empty() && today.pause) {
    const auto note = today.pause->note.empty() ? "" : ": " + today.pause->note;
    return fmt::format("a break until {}{}", day_text(today.pause->to), note);
  }
  if (today.blocks.empty()) return "no study block planned";
  std::string text;
  for (const auto& each : today.blocks) {
    text += (text.empty() ? "" : ", ") + block_text(each.block);
    if (each.left() == Minutes{0}) {
      text += " (done)";
    } else if (each.done > Minutes{0}) {
      text += fmt::format(" ({} to go)", calendar::format_duration(each.left()));
    }
  }
  return text;
}

// The week's dates, and how far off they are.
std::string dates_text(const plan::WeekDates& dates, calendar::Date today) {
  auto span = span_text(dates.from, dates.to);
  const auto ahead = (dates.from - today).count();
  const auto late = (today - dates.to).count();
  if (ahead > 0) return fmt::format("{}, {} ahead of the plan", span, counted(ahead, "day"));
  if (late > 0) return fmt::format("{}, {} over", span, counted(late, "day"));
  return span;
}

// "1h30m and 2 problems wait in locked tiers"
std::string waiting_text(const insight::Waiting& waiting) {
  const bool timed = waiting.minutes.count() > 0;
  const bool one = waiting.problems == (timed ? 0 : 1);
  std::string text;
  if (timed) text = calendar::format_duration(waiting.minutes);
  if (waiting.problems > 0)
    text += (text.empty() ? "" : " and ") + counted(waiting.problems, "problem");
  return fmt::format("{} wait{} in locked tiers", text, one ? "s" : "");
}

// Where the learner is.
FactList position(const insight::Today& today, const insight::Track& track) {
  const auto& week = today.week->week;
  FactList facts{
      {{"Tier",
        fmt::format("{} (tier {} of {})", today.tier->title, today.tier_number, today.tiers_total)},
       {"Week",
        fmt::format("{} of {} · {}", week.number, track.plan.weeks.size(), title_text(week))},
       {"Dates", today.date < track.plan.start ? span_text(week.dates.from, week.dates.to)
                                               : dates_text(week.dates, today.date)},
       {"Today", blocks_text(today)}}};
  if (today.timer) facts.facts.emplace_back("Timer", describe(*today.timer));
  return facts;
}

BarList progress(const insight::Today& today) {
  BarList list;
  if (today.week) list.bars = week_bars(insight::amounts(*today.week));
  if (today.criteria_total > 0)
    list.bars.push_back(
        criteria_bar(today.criteria_met, today.criteria_waived, today.criteria_total));
  return list;
}

ItemList left_to_do(const insight::WeekValues& week, const curriculum::Curriculum& curriculum) {
  ItemList list;
  for (const auto& kind : insight::unsolved(week)) {
    list.items.push_back(plain_item(
        fmt::format("{}: {}", counted(kind.count, fmt::format("{} problem", name(kind.difficulty))),
                    topic_title(curriculum, kind.topic))));
  }
  for (const auto& row : week.artefacts) {
    if (row.delivered) continue;
    list.items.push_back(
        plain_item(fmt::format("by {}: {}", day_text(row.due), row.artefact.title)));
  }
  return list;
}

}  // namespace

Document view(const insight::Today& today, const insight::Track& track) {
  Section screen{fmt::format("{} · {}", day_text(today.date), track.curriculum.title), {}};
  auto& parts = screen.parts;
  if (today.tier != nullptr && today.week) {
    parts.emplace_back(position(today, track));
  } else {
    parts.emplace_back(Paragraph{"Every tier is passed."});
  }
  parts.emplace_back(progress(today));
  if (today.week)
    parts.emplace_back(Section{"Left this week", {left_to_do(*today.week, track.curriculum)}});
  if (today.first_unmet)
    parts.emplace_back(Section{"First unmet criterion",
                               {ItemList{{criterion_item(*today.first_unmet, Detail::brief)}}}});
  if (today.waiting.minutes.count() > 0 || today.waiting.problems > 0)
    parts.emplace_back(Paragraph{waiting_text(today.waiting) + " and will count once those open."});
  parts.emplace_back(Command{today.next.command, today.next.reason});
  return {{std::move(screen)}};
}

}  // namespace gradus::report
