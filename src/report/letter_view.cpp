#include "gradus/report/letter.hpp"

#include "report/letter_parts.hpp"
#include "report/letter_words.hpp"
#include "report/phrases.hpp"
#include "report/private_parts.hpp"
#include "report/report_head.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

using calendar::format_duration;
using insight::Letter;
using insight::Standing;

// "From Tue 2026-11-24 to Mon 2026-11-30; tier 1 of 6, SQL, in week 3 of 24, Joins."
Paragraph letter_context(const Letter& letter) {
  auto text = letter.since == letter.date
                  ? fmt::format("On {}", day_text(letter.date))
                  : fmt::format("From {} to {}", day_text(letter.since), day_text(letter.date));
  if (letter.tier.empty())
    text += fmt::format("; all {} are passed", counted(letter.tiers_total, "tier"));
  else
    text += fmt::format("; tier {} of {}, {}", letter.tier_number, letter.tiers_total, letter.tier);
  if (letter.week)
    text += fmt::format(", in week {} of {}, {}", letter.week->number, letter.weeks_total,
                        title_text(*letter.week));
  return {text + "."};
}

BarList letter_bars(const Letter& letter) {
  BarList list;
  if (letter.planned > calendar::Minutes{0} || letter.work.minutes() > calendar::Minutes{0}) {
    auto words =
        fmt::format("{} of {} planned for these days", format_duration(letter.work.minutes()),
                    format_duration(letter.planned));
    if (const auto compared = compared_text(letter); !compared.empty()) words += "; " + compared;
    list.bars.push_back({"Hours", static_cast<double>(letter.work.minutes().count()),
                         static_cast<double>(letter.planned.count()), std::move(words)});
  }
  if (letter.gate)
    list.bars.push_back({"Criteria", static_cast<double>(letter.gate->met_now),
                         static_cast<double>(letter.gate->criteria.size()),
                         fmt::format("{} of {} of {} met, {} before", letter.gate->met_now,
                                     counted(letter.gate->criteria.size(), "criterion", "criteria"),
                                     letter.gate->title, letter.gate->met_then)});
  return list;
}

std::string since_text(const Standing& standing, calendar::Date today) {
  const auto since = ago_text(standing.since, today);
  switch (standing.why) {
    case Standing::Since::last_entry:
      return fmt::format("since {}: the last entry that counted", since);
    case Standing::Since::tier_opened:
      return fmt::format("since {}: nothing has counted since its tier opened", since);
    case Standing::Since::worked_on:
      break;
  }
  return fmt::format("worked on, last on {}, and no nearer", since);
}

ItemList standing_list(const Letter& letter) {
  ItemList list;
  list.items.reserve(letter.standing.size());
  for (const auto& standing : letter.standing) {
    const auto mark = mark_of(standing.criterion.status, true);
    list.items.push_back(
        {mark.text,
         mark.tone,
         standing.criterion.title,
         {describe(standing.criterion.outcome), since_text(standing, letter.date)}});
  }
  return list;
}

// "2h of study, 3 problems, the artefact …".
std::string what_is_left(const insight::LateWeek& week) {
  std::string text;
  const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
  if (week.left > calendar::Minutes{0}) add(format_duration(week.left) + " of study");
  if (week.problems_left > 0) add(counted(week.problems_left, "problem"));
  for (const auto& title : week.undelivered) add("the artefact " + in_quotes(title));
  return "left: " + text;
}

ItemList late_list(const Letter& letter) {
  ItemList list;
  list.items.reserve(letter.late.size());
  for (const auto& week : letter.late)
    list.items.push_back({"LATE",
                          Tone::bad,
                          fmt::format("Week {}, {}", week.number, week.title),
                          {fmt::format("was to be done by {}", ago_text(week.due, letter.date)),
                           what_is_left(week)}});
  return list;
}

Section what_stands_still(const Letter& letter) {
  Section section{"What stands still",
                  {Section{"Open criteria", {standing_list(letter)}},
                   Section{"Late weeks", {late_list(letter)}}}};
  if (std::ranges::all_of(section.parts, is_empty))
    section.parts.emplace_back(
        Paragraph{letter.gate && letter.lost.empty()
                      ? "Nothing: every open criterion came nearer, and no week is late."
                      : "Nothing."});
  return section;
}

ItemList what_is_next(const Letter& letter) {
  ItemList list;
  if (letter.week && letter.week->dates.to >= letter.date)
    list.items.push_back(
        plain_item(fmt::format("until {}: week {}, {}", letter.week->dates.to.iso(),
                               letter.week->number, title_text(*letter.week))));
  for (const auto& artefact : letter.due)
    list.items.push_back(plain_item(fmt::format("by {}: the artefact {}", artefact.due.iso(),
                                                in_quotes(artefact.artefact.title))));
  return list;
}

}  // namespace

Document view(const Letter& letter, const ReportHead& head) {
  Section section{head_title(head, "Letter: " + letter.curriculum_title), {}};
  section.parts = {
      head_name(head),
      Paragraph{news_text(letter)},
      letter_context(letter),
      letter_bars(letter),
      what_moved(letter),
      what_stands_still(letter),
      Section{"One question to ask", {Paragraph{question_text(letter)}}},
      Section{"What comes next", {what_is_next(letter)}},
      for_the_learner(letter.only_for_me, "Nothing of these days."),
      Section{"How to read this",
              {Paragraph{fmt::format(
                  "{}, by the day that the work was done. A tier is a stage of the curriculum; it "
                  "ends at a gate, and the gate's criteria have to be met before the next tier "
                  "opens.",
                  letter_closing)}}}};
  return {{std::move(section)}};
}

}  // namespace gradus::report
