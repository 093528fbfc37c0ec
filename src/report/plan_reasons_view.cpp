#include "gradus/report/views.hpp"

#include "report/phrases.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace gradus::report {
namespace {

using plan::Begins;
using plan::Placed;

std::string break_text(const plan::Break& each) {
  return span_text(each.from, each.to) + (each.note.empty() ? "" : ", " + each.note);
}

// "week 4 (Joins)".
std::string name_of(const plan::PlanWeek& week) {
  return fmt::format("week {} ({})", week.number, title_text(week));
}

std::string why_it_begins(const plan::WeekReasons& reasons) {
  switch (reasons.begins) {
    case Begins::with_plan:
      return "the plan begins with it";
    case Begins::seven_days:
      return fmt::format("7 days after {} began, on {}", name_of(*reasons.before),
                         day_text(reasons.before->dates.seven_days_from()));
    case Begins::last_block:
      return fmt::format("the day after the last block of {}", name_of(*reasons.before));
    case Begins::time_left:
      return fmt::format("{} leaves time in that day's slots (fit flow)", name_of(*reasons.before));
    case Begins::finished_early:
      return fmt::format("{} was finished when the plan was laid anew", name_of(*reasons.before));
    case Begins::passed:
      return fmt::format("{} was passed when the plan was laid anew",
                         reasons.before->load.tier.text());
    case Begins::kept:
      return "it had begun when the plan was last changed, so it stays";
  }
  return {};
}

std::string begin_text(const plan::WeekReasons& reasons) {
  auto text = day_text(reasons.first_day) + ": " + why_it_begins(reasons);
  if (reasons.moved_past)
    text += fmt::format("; moved past the break {}", break_text(*reasons.moved_past));
  return text;
}

std::string order_text(const plan::WeekReasons& reasons) {
  const auto& load = reasons.week.load;
  if (load.gate)
    return fmt::format("behind the weeks of {}, for what its gate lacks", load.tier.text());
  if (load.repeat) return "a criterion of the gate asks to repeat it";
  if (load.only_modules) return "it holds what the home weeks of its deep dives have no room for";
  if (reasons.before == nullptr) return "the curriculum's first week";
  const auto& tier = reasons.before->load.tier;
  if (tier == load.tier)
    return fmt::format("after {}; no week is skipped", name_of(*reasons.before));
  return fmt::format("{} comes before {}; no tier is skipped", tier.text(), load.tier.text());
}

// What is done is not laid again.
std::string time_text(const plan::WeekReasons& reasons) {
  const auto& week = reasons.week;
  const auto planned = week.load.minutes.total();
  const auto left = week.dates.minutes();
  if (week.dates.finished && reasons.passed)
    return fmt::format("nothing is left: {} is passed, and its blocks ahead are gone",
                       week.load.tier.text());
  if (week.dates.finished) return "nothing is left: it is finished, and its blocks ahead are gone";
  if (left >= planned) return fmt::format("all of its {}", calendar::format_duration(planned));
  return fmt::format("what is left of its {}: {}; the rest was studied before",
                     calendar::format_duration(planned), calendar::format_duration(left));
}

std::string slot_text(const plan::BlockReason& reason) {
  const auto& slot = *reason.slot;
  return fmt::format("{}={}{}", calendar::short_name(reason.block.on.weekday()),
                     calendar::format_duration(slot.length),
                     slot.at ? "@" + slot.at->text() : std::string());
}

std::string turn_text(const plan::BlockReason& reason, bool gate) {
  if (gate) return "time for the gate is hands-on";
  const auto kind = reason.block.kind;
  if (reason.slot->hint) return fmt::format("no {} is left", calendar::name(*reason.slot->hint));
  if (kind == calendar::BlockKind::read) return "reading comes first";
  return kind == calendar::BlockKind::lab ? "no reading is left" : "no reading or lab is left";
}

std::string why(const plan::BlockReason& reason, bool gate) {
  switch (reason.placed) {
    case Placed::hint:
      return fmt::format("{}, kept for {}", slot_text(reason), calendar::name(reason.block.kind));
    case Placed::order:
      return fmt::format("{}: {}", slot_text(reason), turn_text(reason, gate));
    case Placed::past:
      return "behind: stays as it was planned";
    case Placed::kept:
      return "the usual week has no such slot now: stays as it was planned";
  }
  return {};
}

Table blocks_table(const plan::WeekReasons& reasons) {
  Table table{{{"day"}, {"at"}, {"hours", Align::right}, {"for"}, {"why"}}, {}};
  for (const auto& reason : reasons.blocks) {
    const auto& block = reason.block;
    const auto tone = block.past ? Tone::faint : Tone::plain;
    table.rows.push_back({{day_text(block.on), tone},
                          {block.at ? block.at->text() : "", tone},
                          {calendar::format_duration(block.minutes), tone},
                          {std::string(calendar::name(block.kind)), tone},
                          {why(reason, reasons.week.load.gate), tone}});
  }
  return table;
}

}  // namespace

Document view(const plan::WeekReasons& reasons) {
  const auto& week = reasons.week;
  FactList facts{{{"Begins", begin_text(reasons)}}};
  if (week.dates.from != reasons.first_day)
    facts.facts.emplace_back("Goes on", day_text(week.dates.from) + ": laid anew from there");
  facts.facts.emplace_back("Order", order_text(reasons));
  facts.facts.emplace_back("Time", time_text(reasons));
  for (const auto& each : reasons.breaks)
    facts.facts.emplace_back("Break", break_text(each) + ": no blocks");
  return {{Section{fmt::format("Why week {} is where it is: {}", week.number, title_text(week)),
                   {std::move(facts), Section{"Blocks", {blocks_table(reasons)}}}}}};
}

}  // namespace gradus::report
