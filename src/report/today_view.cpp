#include "gradus/report/timer.hpp"
#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

std::string tier_text(const curriculum::Tier& open, const curriculum::Curriculum& curriculum) {
  int number = 0;
  int total = 0;
  for (const auto& tier : curriculum.tiers) {
    if (tier.retired) continue;
    ++total;
    if (tier.id == open.id) number = total;
  }
  return fmt::format("{} (tier {} of {})", open.title, number, total);
}

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

// The week's dates, and where they are not now.
std::string dates_text(const plan::WeekDates& dates, calendar::Date today) {
  auto span = span_text(dates.from, dates.to);
  const auto ahead = (dates.from - today).count();
  const auto late = (today - dates.to).count();
  if (ahead > 0)
    return fmt::format("{}, {} ahead of the plan", span, counted(static_cast<int>(ahead), "day"));
  if (late > 0) return fmt::format("{}, {} over", span, counted(static_cast<int>(late), "day"));
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
      {{"Tier", tier_text(*today.tier, track.curriculum)},
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
  if (today.week) {
    list.bars.push_back(hours_bar(today.week->progress));
    const auto problems = solved_problems(*today.week);
    if (problems.target > 0) list.bars.push_back(problems_bar(problems));
  }
  if (today.criteria_total > 0)
    list.bars.push_back(
        criteria_bar(today.criteria_met, today.criteria_waived, today.criteria_total));
  return list;
}

// Unsolved problems by kind, whether of the week's own rows or of its top-ups.
std::vector<curriculum::ProblemTarget> unsolved(const insight::WeekStanding& week) {
  std::vector<curriculum::ProblemTarget> kinds;
  for (const auto& row : week.problems) {
    const int left = row.target.count - row.solved;
    if (left <= 0) continue;
    const auto same = std::ranges::find_if(kinds, [&row](const auto& kind) {
      return kind.topic == row.target.topic && kind.difficulty == row.target.difficulty;
    });
    if (same != kinds.end()) {
      same->count += left;
    } else {
      kinds.push_back({row.target.topic, row.target.difficulty, left});
    }
  }
  return kinds;
}

ItemList left_to_do(const insight::WeekStanding& week, const curriculum::Curriculum& curriculum) {
  ItemList list;
  for (const auto& kind : unsolved(week)) {
    list.items.push_back(
        plain_item(fmt::format("{}: {}, {}", counted(kind.count, "problem"),
                               topic_title(curriculum, kind.topic), name(kind.difficulty))));
  }
  for (const auto& row : week.artefacts) {
    if (row.delivered) continue;
    list.items.push_back(
        plain_item(fmt::format("by {}: {}", day_text(row.due), row.artefact.title)));
  }
  return list;
}

}  // namespace

Document today_view(const insight::Today& today, const insight::Track& track) {
  Document document;
  auto& parts = document.parts;
  parts.emplace_back(
      Heading{1, fmt::format("{} · {}", day_text(today.date), track.curriculum.title)});
  if (today.tier != nullptr && today.week) {
    parts.emplace_back(position(today, track));
  } else {
    parts.emplace_back(Paragraph{"Every tier is passed."});
  }
  if (auto bars = progress(today); !bars.bars.empty()) parts.emplace_back(std::move(bars));
  if (today.week) {
    auto left = left_to_do(*today.week, track.curriculum);
    if (!left.items.empty()) {
      parts.emplace_back(Heading{2, "Left this week"});
      parts.emplace_back(std::move(left));
    }
  }
  if (today.first_unmet) {
    parts.emplace_back(Heading{2, "First unmet criterion"});
    auto item = criterion_item(*today.first_unmet);
    item.details.resize(1);  // the numbers; `ready` tells the rest
    parts.emplace_back(ItemList{{std::move(item)}});
  }
  if (today.waiting.minutes.count() > 0 || today.waiting.problems > 0)
    parts.emplace_back(Paragraph{waiting_text(today.waiting) + ", to be counted once they open."});
  parts.emplace_back(Command{today.next.command, today.next.reason});
  return document;
}

}  // namespace gradus::report
