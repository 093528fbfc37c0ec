#include "gradus/report/plan_changes.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
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

std::string changes_text(const std::vector<std::string>& words) {
  return words.empty() ? "changes nothing" : fmt::format("{}", fmt::join(words, "; "));
}

std::string module_names(const std::vector<curriculum::ModuleId>& modules) {
  std::string names;
  for (const auto& id : modules) names += (names.empty() ? "" : ", ") + id.text();
  return names;
}

// The ways on that are no re-plan.
Paragraph past_the_gate(const curriculum::TierId& tier) {
  return {fmt::format(
      "Or leave the plan as it is: study ahead (gradus log and solve with --week), waive a "
      "criterion "
      "(gradus waive {}/CRITERION --reason TEXT), or let gates only warn (gradus track gate warn).",
      tier.text())};
}

// The plan as it is beside each option, line by line.
Table comparison(const Options& options) {
  const auto& now = options.track.plan;
  Table table{{{""}, {"now"}}, {}};
  for (const auto& option : options.options)
    table.columns.push_back({std::string(plan::name(option.strategy))});
  const auto row = [&](const std::string& name, const std::string& as_it_is, const auto& text) {
    std::vector<Cell> cells{{name, Tone::strong}, {as_it_is}};
    for (const auto& option : options.options) cells.push_back({text(option)});
    table.rows.push_back(std::move(cells));
  };
  row("finish", now.finish().iso(), [](const auto& option) { return option.plan.finish().iso(); });
  const auto slip = [](calendar::Days days) {
    return fmt::format("{:+} day{}", days.count(), std::abs(days.count()) == 1 ? "" : "s");
  };
  row("slip", slip(now.slip()), [&](const auto& option) { return slip(option.plan.slip()); });
  row("hours a week", calendar::format_duration(options.frame.available.per_week()),
      [](const auto& option) {
        return calendar::format_duration(option.frame.available.per_week());
      });
  row("fit", std::string(plan::name(options.frame.fit)),
      [](const auto& option) { return std::string(plan::name(option.frame.fit)); });
  for (const auto& span : now.tiers()) {
    row(fmt::format("{} until", span.tier.text()), span.to.iso(), [&](const auto& option) {
      const auto spans = option.plan.tiers();
      const auto same = std::ranges::find(spans, span.tier, &plan::TierSpan::tier);
      return same == spans.end() ? std::string("-") : same->to.iso();
    });
  }
  return table;
}

}  // namespace

Document view(const UsualWeek& week) {
  FactList list;
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::chrono::weekday day{iso};
    list.facts.emplace_back(calendar::short_title(day), slots_text(week.available.on(day)));
  }
  list.facts.emplace_back("Fit", fit_text(week.fit));
  return {
      {Section{fmt::format("Your week: {}", calendar::format_duration(week.available.per_week())),
               {std::move(list), Command{"gradus plan available thu=2h",
                                         "changes Thursday and no other day; thu=0 clears it"}}}}};
}

Document view(const Options& options) {
  const auto& all = options.options;
  if (all.empty()) return {{Paragraph{"Every tier is passed: there is nothing to re-plan."}}};
  if (std::ranges::all_of(all, [](const auto& option) { return option.changes.empty(); }))
    return {{Paragraph{"The plan is in step with what was logged: there is nothing to re-plan."}}};
  ItemList notes;
  for (const auto& option : all)
    notes.items.push_back({std::string(plan::name(option.strategy)),
                           Tone::strong,
                           changes_text(option.changes),
                           {"limit: " + option.limit}});
  Section section{"Three ways to go on", {comparison(options), std::move(notes)}};
  if (options.shut_gate) section.parts.emplace_back(past_the_gate(*options.shut_gate));
  const auto first =
      std::ranges::find_if_not(all, [](const auto& option) { return option.changes.empty(); });
  section.parts.emplace_back(
      Command{fmt::format("gradus replan --apply {}", plan::name(first->strategy)),
              "applies that column; gradus undo reverses it"});
  return {{std::move(section)}};
}

std::string command_of(const Deadline& deadline) {
  return "gradus replan --finish-by " + deadline.by.iso();
}

Document view(const Deadline& deadline) {
  const auto& option = deadline.option;
  const auto takes = option.frame.available.per_week();
  const auto usual = deadline.frame.available.per_week();
  FactList facts{{{"Takes", calendar::format_duration(takes) + " a week" +
                                (takes == usual ? ", as now" : "")}}};
  if (takes != usual) facts.facts.emplace_back("Now", calendar::format_duration(usual) + " a week");
  facts.facts.emplace_back("Finish", finish_text(option.plan));
  facts.facts.emplace_back("Changes", changes_text(option.changes));
  return {{Section{fmt::format("Finishing by {}", day_text(deadline.by)),
                   {std::move(facts), Command{command_of(deadline), "study like this from now on"},
                    warning_list(option.plan.warnings)}}}};
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
