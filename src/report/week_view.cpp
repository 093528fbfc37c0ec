#include "gradus/report/views.hpp"

#include "report/hours_charts.hpp"
#include "report/module_parts.hpp"
#include "report/phrases.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

// The curriculum weeks that the plan week carries, of those the curriculum still has.
std::vector<const curriculum::Week*> carried(const plan::PlanWeek& week,
                                             const curriculum::Curriculum& curriculum) {
  std::vector<const curriculum::Week*> weeks;
  for (const auto& tier : curriculum.tiers) {
    for (const auto& candidate : tier.weeks) {
      if (week.load.carries_week(candidate.id)) weeks.push_back(&candidate);
    }
  }
  return weeks;
}

FactList facts(const plan::PlanWeek& week, const curriculum::Tier& tier, bool now) {
  std::string ids;
  for (const auto& id : week.load.week_ids()) ids += (ids.empty() ? "--week " : " or ") + id.text();
  const auto& minutes = week.load.minutes;
  return {
      {{"Tier", tier.title},
       {"Dates", span_text(week.dates.from, week.dates.to) + (now ? " (current week)" : "")},
       {"Time", fmt::format("read {}, lab {}, review {}", calendar::format_duration(minutes.read),
                            calendar::format_duration(minutes.lab),
                            calendar::format_duration(minutes.review))},
       {"Log with", ids}}};
}

Table blocks_table(const std::vector<plan::Block>& blocks) {
  Table table{{{"day", Align::right}, {"at"}, {"hours", Align::right}, {"for"}}, {}};
  for (const auto& block : blocks) {
    const auto tone = block.past ? Tone::faint : Tone::plain;
    table.rows.push_back({{day_text(block.on), tone},
                          {block.at ? block.at->text() : "", tone},
                          {calendar::format_duration(block.minutes), tone},
                          {std::string(name(block.kind)) + (block.past ? " (past)" : ""), tone}});
  }
  return table;
}

Table problems_table(const std::vector<insight::ProblemProgress>& problems,
                     const curriculum::Curriculum& curriculum) {
  Table table{{{"topic"},
               {"difficulty"},
               {"solved", Align::right},
               {"of", Align::right},
               {"left", Align::right},
               {""}},
              {}};
  for (const auto& [target, solved] : problems) {
    const int left = target.count - solved;
    table.rows.push_back(
        {{topic_title(curriculum, target.topic)},
         {std::string(name(target.difficulty))},
         {std::to_string(solved)},
         {std::to_string(target.count)},
         {left > 0 ? std::to_string(left) : "done", left > 0 ? Tone::plain : Tone::good},
         {target.top_up ? "top-up" : "", Tone::faint}});
  }
  return table;
}

ItemList artefact_items(const std::vector<insight::ArtefactProgress>& artefacts) {
  ItemList list;
  for (const auto& [artefact, due, delivered, late] : artefacts) {
    list.items.push_back({delivered ? "DONE"
                          : late    ? "LATE"
                                    : "DUE",
                          delivered ? Tone::good
                          : late    ? Tone::bad
                                    : Tone::strong,
                          artefact.title,
                          {fmt::format("{}, by {}", artefact.id.text(), day_text(due))}});
  }
  return list;
}

ItemList goal_items(const std::vector<const curriculum::Week*>& weeks) {
  ItemList list;
  for (const auto* week : weeks) {
    for (const auto& goal : week->goals) list.items.push_back(plain_item(goal));
  }
  return list;
}

ItemList resource_items(const std::vector<const curriculum::Week*>& weeks,
                        const curriculum::Curriculum& curriculum) {
  std::set<curriculum::ResourceId> wanted;
  for (const auto* week : weeks) wanted.insert(week->resources.begin(), week->resources.end());
  ItemList list;
  for (const auto& resource : curriculum.resources) {
    if (resource.retired || !wanted.contains(resource.id)) continue;
    auto words = fmt::format("{} ({})", resource.title, price_text(resource));
    list.items.push_back(resource.url.empty() ? plain_item(std::move(words))
                                              : plain_item(Link{std::move(words), resource.url}));
  }
  return list;
}

ItemList advice_items(const curriculum::Tier& tier) {
  ItemList list;
  for (const auto& advice : tier.advice) list.items.push_back(plain_item(advice));
  return list;
}

ItemList lacking_items(const insight::Today& now) {
  ItemList list;
  for (const auto& criterion : now.unmet) {
    list.items.push_back(criterion_item(criterion, {}, Detail::brief));
  }
  return list;
}

// The time that a full home week had no room for is its modules' alone.
bool has_goals(const plan::WeekLoad& load) {
  return !load.gate && !load.only_modules;
}

Section module_section(const insight::ModulePage& page) {
  const auto& module = page.state.module;
  return {
      fmt::format("Deep dive {}: {}", module.id.text(), module.title),
      {Section{"Topics", {topic_items(page)}}, Section{"Labs", {lab_items(module)}},
       Section{"Checks: " + checks_text(page.state), {check_items(page)}},
       Paragraph{fmt::format("Its prompts and notes: gradus module show {}", module.id.text())}}};
}

// A gate week has no goals but what the gate lacks.
Section aims(const plan::PlanWeek& week, const std::vector<const curriculum::Week*>& weeks,
             const insight::Today* at_the_gate) {
  if (at_the_gate != nullptr) return {"The gate lacks", {lacking_items(*at_the_gate)}};
  return {"Goals", {has_goals(week.load) ? goal_items(weeks) : ItemList{}}};
}

}  // namespace

Document view(const insight::WeekValues& week, const insight::Track& track,
              const WeekOptions& options) {
  const auto& plan_week = week.week;
  const auto& tier = curriculum::find_tier(track.curriculum, plan_week.load.tier.text());
  const auto weeks = carried(plan_week, track.curriculum);
  const auto* const at_the_gate = options.at_the_gate;
  auto shown = facts(plan_week, tier, week.current);
  if (at_the_gate != nullptr)
    if (auto text = unplanned_gate_text(*at_the_gate); !text.empty())
      shown.facts.emplace_back("Plan", std::move(text));
  Section screen{fmt::format("Week {} of {}: {}", plan_week.number, track.plan.weeks.size(),
                             title_text(plan_week)),
                 {std::move(shown), BarList{week_bars(insight::amounts(week))},
                  Section{"Days", {day_bars(options.days)}}, aims(plan_week, weeks, at_the_gate),
                  Section{"Blocks", {blocks_table(plan_week.dates.blocks)}},
                  Section{"Problems", {problems_table(week.problems, track.curriculum)}},
                  Section{"Artefacts", {artefact_items(week.artefacts)}}}};
  for (const auto& page : options.modules) screen.parts.emplace_back(module_section(page));
  screen.parts.emplace_back(
      Section{"Resources",
              {has_goals(plan_week.load) ? resource_items(weeks, track.curriculum) : ItemList{}}});
  screen.parts.emplace_back(
      Section{"Advice for the tier", {options.advice ? advice_items(tier) : ItemList{}}});
  return {{std::move(screen)}};
}

}  // namespace gradus::report
