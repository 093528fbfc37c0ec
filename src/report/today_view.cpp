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

// "49 problems and 1 artefact behind"; empty when nothing is open from earlier weeks.
std::string behind_text(const std::vector<insight::OpenBefore>& weeks) {
  int problems = 0;
  std::size_t artefacts = 0;
  for (const auto& week : weeks) {
    problems += week.problem_count();
    artefacts += week.artefacts.size();
  }
  std::string text;
  if (problems > 0) text = counted(problems, "problem");
  if (artefacts > 0) text += (text.empty() ? "" : " and ") + counted(artefacts, "artefact");
  return text.empty() ? text : text + " behind";
}

// The week's dates, and how far off they are.
std::string dates_text(const insight::Today& today) {
  const auto& dates = today.week->week.dates;
  auto span = span_text(dates.from, dates.to);
  const auto ahead = (dates.from - today.date).count();
  const auto late = (today.date - dates.to).count();
  const auto behind = behind_text(today.open_before);
  if (ahead > 0 && !today.gate_shut) {
    span += behind.empty() ? fmt::format(", {} ahead of the plan", counted(ahead, "day"))
                           : fmt::format(", hours {} ahead", counted(ahead, "day"));
  } else if (late > 0) {
    span += fmt::format(", {} over", counted(late, "day"));
  }
  return behind.empty() ? span : span + ", " + behind;
}

// "w1 · 32 problems, w1-group-by · 3 days late"
ItemList open_items(const std::vector<insight::OpenBefore>& weeks) {
  ItemList list;
  for (const auto& week : weeks) {
    std::string open;
    if (const int problems = week.problem_count(); problems > 0)
      open = counted(problems, "problem");
    for (const auto& row : week.artefacts)
      open += (open.empty() ? "" : ", ") + row.artefact.id.text();
    const auto late = week.late.count() > 0
                          ? fmt::format(" · {} late", counted(week.late.count(), "day"))
                          : std::string();
    list.items.push_back(plain_item(fmt::format("{} · {}{}", week.week.text(), open, late)));
  }
  return list;
}

std::string week_text(const insight::Today& today, const insight::Track& track) {
  const auto& week = today.week->week;
  if (today.gate_shut && !week.load.gate)
    return fmt::format("all weeks of {} are studied; its gate is still shut", today.tier->title);
  return fmt::format("{} of {} · {}", week.number, track.plan.weeks.size(), title_text(week));
}

std::string gate_text(const std::optional<calendar::Days>& moves) {
  const auto by = moves && moves->count() > 0 ? fmt::format(", which moves the finish by {}",
                                                            counted(moves->count(), "day"))
                                              : std::string();
  return fmt::format(
      "The plan has no time for what this gate lacks{}: gradus replan gives it some.", by);
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

// "Sun 10:00 read 1h30m, Mon 20:30 lab 45m".
std::string missed_text(const std::vector<plan::Block>& blocks) {
  std::string text;
  for (const auto& block : blocks)
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ",
                    first_to_upper(calendar::short_name(block.on.weekday())), block_text(block));
  return text;
}

// Where the learner is.
FactList position(const insight::Today& today, const insight::Track& track) {
  const auto& dates = today.week->week.dates;
  FactList facts{{{"Tier", fmt::format("{} (tier {} of {})", today.tier->title, today.tier_number,
                                       today.tiers_total)},
                  {"Week", week_text(today, track)},
                  {"Dates", today.date < track.plan.start ? span_text(dates.from, dates.to)
                                                          : dates_text(today)},
                  {"Today", blocks_text(today)}}};
  if (!today.missed.empty()) facts.facts.emplace_back("Missed", missed_text(today.missed));
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
  if (!today.open_before.empty())
    parts.emplace_back(Section{"Open from earlier weeks", {open_items(today.open_before)}});
  if (today.gate_shut && !today.gate_planned)
    parts.emplace_back(Paragraph{gate_text(today.gate_moves_finish)});
  if (today.first_unmet)
    parts.emplace_back(Section{"First unmet criterion",
                               {ItemList{{criterion_item(*today.first_unmet, Detail::brief)}}}});
  if (today.waiting.minutes.count() > 0 || today.waiting.problems > 0)
    parts.emplace_back(Paragraph{waiting_text(today.waiting) + " and will count once those open."});
  parts.emplace_back(Command{today.next.command, today.next.reason});
  return {{std::move(screen)}};
}

}  // namespace gradus::report
