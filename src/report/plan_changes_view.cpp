#include "gradus/plan/difference.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/rules/gate.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

// "30m at 07:00; 1h at 19:00, read", "-".
std::string slots_text(const std::vector<calendar::Slot>& slots) {
  if (slots.empty()) return "-";
  std::vector<std::string> words;
  for (const auto& slot : slots) {
    auto text = calendar::format_duration(slot.length);
    if (slot.at) text += " at " + slot.at->text();
    if (slot.hint) text += fmt::format(", {}", calendar::name(*slot.hint));
    words.push_back(std::move(text));
  }
  return fmt::format("{}", fmt::join(words, "; "));
}

std::string fit_text(plan::Fit fit) {
  switch (fit) {
    case plan::Fit::weekly:
      return "weekly: a plan week takes 7 days or more";
    case plan::Fit::flow:
      return "flow: a plan week takes as few days as its hours need";
  }
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  return words.empty() ? "no other change" : fmt::format("{}", fmt::join(words, "; "));
}

std::string module_names(const std::vector<curriculum::ModuleId>& modules) {
  std::string names;
  for (const auto& id : modules) names += (names.empty() ? "" : ", ") + id.text();
  return names;
}

bool every_tier_passed(const insight::Track& track) {
  return rules::open_tier(track.curriculum, track.states) == nullptr;
}

// Whether applying the option would change anything.
bool changes(const plan::Option& option, const insight::Track& track) {
  return !option.changes.empty() ||
         std::ranges::any_of(plan::difference(track.plan, option.plan),
                             [](const auto& shift) { return shift.moved(); });
}

}  // namespace

Document view(const UsualWeek& week) {
  FactList list;
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::chrono::weekday day{iso};
    list.facts.emplace_back(first_to_upper(calendar::short_name(day)),
                            slots_text(week.available.on(day)));
  }
  list.facts.emplace_back("Fit", fit_text(week.fit));
  return {
      {Section{fmt::format("Your week: {}", calendar::format_duration(week.available.per_week())),
               {std::move(list), Command{"gradus plan available thu=2h",
                                         "changes Thursday and no other day; thu=0 clears it"}}}}};
}

Document view(const std::vector<plan::Option>& options, const insight::Track& track) {
  if (every_tier_passed(track))
    return {{Paragraph{"Every tier is passed: there is nothing to re-plan."}}};
  if (std::ranges::none_of(options, [&](const auto& option) { return changes(option, track); }))
    return {{Paragraph{"The plan is in step with what was logged: there is nothing to re-plan."}}};
  Table table{{{""}, {"now"}}, {}};
  for (const auto& option : options)
    table.columns.push_back({std::string(plan::name(option.strategy))});

  const auto row = [&](const std::string& name, const std::string& now, const auto& text) {
    std::vector<Cell> cells{{name, Tone::strong}, {now}};
    for (const auto& option : options) cells.push_back({text(option)});
    table.rows.push_back(std::move(cells));
  };
  row("finish", track.plan.finish().iso(),
      [](const auto& option) { return option.plan.finish().iso(); });
  row("slip", fmt::format("{:+} days", track.plan.slip().count()),
      [](const auto& option) { return fmt::format("{:+} days", option.plan.slip().count()); });
  row("hours a week", "", [](const auto& option) {
    return calendar::format_duration(option.frame.available.per_week());
  });
  for (const auto& span : track.plan.tiers()) {
    row(fmt::format("{} until", span.tier.text()), span.to.iso(), [&](const auto& option) {
      const auto spans = option.plan.tiers();
      const auto same = std::ranges::find(spans, span.tier, &plan::TierSpan::tier);
      return same == spans.end() ? std::string("-") : same->to.iso();
    });
  }

  ItemList notes;
  for (const auto& option : options)
    notes.items.push_back({std::string(plan::name(option.strategy)),
                           Tone::strong,
                           joined(option.changes),
                           {"limit: " + option.limit}});
  return {{Section{
      "Three ways to go on",
      {std::move(table), std::move(notes),
       Command{"gradus replan --apply extend", "applies that column; gradus undo reverses it"}}}}};
}

Document view(const Deadline& deadline, const insight::Track& accelerated,
              const insight::PlanValues& /*values*/) {
  return {
      {Section{fmt::format("Finishing by {}", day_text(deadline.by)),
               {FactList{{{"Takes", calendar::format_duration(deadline.per_week) + " a week"},
                          {"Now", calendar::format_duration(deadline.usual_per_week) + " a week"},
                          {"Finish", day_text(accelerated.plan.finish())},
                          {"As", deadline.available + ", fit flow"}}},
                Command{fmt::format("gradus plan available \"{}\" --fit flow", deadline.available),
                        "study like this from now on"},
                warning_list(accelerated.plan.warnings)}}}};
}

Document view(const std::vector<plan::Break>& breaks) {
  if (breaks.empty()) return {{Paragraph{"No breaks. Add one: gradus plan break FROM TO"}}};
  Table table{{{"from", Align::right}, {"to", Align::right}, {"days", Align::right}, {"note"}}, {}};
  for (const auto& each : breaks)
    table.rows.push_back({{each.from.iso()},
                          {each.to.iso()},
                          {std::to_string((each.to - each.from).count() + 1)},
                          {each.note}});
  return {{std::move(table)}};
}

Document view(const std::vector<ListedModule>& modules,
              const std::vector<curriculum::ModuleBundle>& bundles) {
  if (modules.empty()) return {{Paragraph{"There are no modules for this curriculum."}}};
  Table table{{{"module", Align::left, true},
               {"title"},
               {"home"},
               {"hours", Align::right},
               {"net", Align::right},
               {"requires"},
               {"plan"}},
              {}};
  for (const auto& [module, planned] : modules)
    table.rows.push_back({{module.id.text()},
                          {module.title},
                          {module.weeks.front().text()},
                          {calendar::format_duration(module.minutes.total())},
                          {calendar::format_duration(module.net().total())},
                          {module_names(module.needs)},
                          {planned ? "planned" : "", Tone::good}});
  ItemList list;
  for (const auto& bundle : bundles)
    list.items.push_back({bundle.id.text(),
                          Tone::strong,
                          bundle.title,
                          {module_names(bundle.modules), bundle.note}});
  return {{Section{"Deep dives",
                   {std::move(table), Section{"Bundles", {std::move(list)}},
                    Command{"gradus plan module add ID", "a module or a whole bundle"}}}}};
}

}  // namespace gradus::report
