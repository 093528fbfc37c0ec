#include "gradus/calendar/duration.hpp"
#include "gradus/report/modules.hpp"

#include "report/module_parts.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace gradus::report {
namespace {

using insight::ModulePage;
using insight::ModuleState;

template <class Id>
std::string joined_ids(const std::vector<Id>& list) {
  std::string text;
  for (const auto& id : list) text += (text.empty() ? "" : ", ") + id.text();
  return text;
}

// "passed", "planned, checks 2 of 6 passed", "6 checks".
std::string state_words(const ModuleState& state) {
  if (!state.verdict) return checks_text(state);
  if (state.verdict->ready) return "passed";
  return fmt::format("{}, checks {}", state.planned ? "planned" : "not in the plan",
                     checks_text(state));
}

std::string time_words(const curriculum::Module& module) {
  using calendar::format_duration;
  const auto& minutes = module.minutes;
  std::string kinds;
  for (const auto kind : calendar::block_kinds)
    if (minutes.of(kind) > calendar::Minutes{0})
      kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", calendar::name(kind),
                           format_duration(minutes.of(kind)));
  return fmt::format("{} ({}), {} of it on top of its weeks' own work",
                     format_duration(minutes.total()), kinds,
                     format_duration(module.net().total()));
}

FactList facts_of(const ModuleState& state) {
  const auto& module = state.module;
  FactList facts{{{"Module", module.id.text()},
                  {"Home", joined_ids(module.weeks)},
                  {"Time", time_words(module)},
                  {"Requires", joined_ids(module.needs)},
                  {"Better after", joined_ids(module.soft)},
                  {"Helps with", joined_ids(module.also)},
                  {"State", state_words(state)}}};
  std::erase_if(facts.facts, [](const auto& fact) { return fact.second.empty(); });
  return facts;
}

ItemList prompt_items(const ModulePage& page) {
  ItemList list;
  list.items.reserve(page.prompts.size());
  for (const auto& prompt : page.prompts) {
    auto item = plain_item(prompt.title);
    item.items.reserve(prompt.points.size());
    for (const auto& point : prompt.points) item.items.push_back(plain_item(point));
    list.items.push_back(std::move(item));
  }
  return list;
}

ItemList note_items(const curriculum::Module& module) {
  ItemList list;
  list.items.reserve(module.notes.size());
  for (const auto& note : module.notes) list.items.push_back(plain_item(note));
  return list;
}

std::string source_text(const curriculum::Module& module) {
  if (module.source.empty()) return {};
  return fmt::format("Source: {}{}", module.source,
                     module.as_of ? ", as of " + module.as_of->iso() : std::string());
}

Command next_command(const ModuleState& state) {
  const auto& id = state.module.id.text();
  if (!state.verdict) return {"gradus init", "start a track; its plan can take the module in"};
  if (state.verdict->ready) return {};
  if (!state.planned) return {"gradus plan module add " + id, "puts it into its home weeks"};
  return {"gradus module ready " + id, "what each check has and needs"};
}

// "passed", "2 of 6"; nothing where there is no track.
std::string passed_cell(const ModuleState& state) {
  if (!state.verdict) return {};
  if (state.verdict->ready) return "passed";
  return fmt::format("{} of {}", state.met(), state.module.checks.size());
}

}  // namespace

std::string checks_text(const ModuleState& state) {
  const auto total = state.module.checks.size();
  if (!state.verdict) return counted(total, "check");
  return fmt::format("{} of {} passed", state.met(), total);
}

ItemList topic_items(const ModulePage& page) {
  ItemList list;
  const auto& topics = page.state.module.topics;
  list.items.reserve(topics.size());
  for (std::size_t i = 0; i < topics.size(); ++i) {
    auto item = plain_item(topics[i].title);
    item.details.emplace_back(topics[i].outcome);
    if (const auto& url = page.practice.at(i)) item.details.emplace_back(Link{"", *url});
    list.items.push_back(std::move(item));
  }
  return list;
}

ItemList check_items(const ModulePage& page) {
  ItemList list;
  const auto& [module, planned, verdict] = page.state;
  list.items.reserve(module.checks.size());
  for (std::size_t i = 0; i < module.checks.size(); ++i) {
    const auto& check = module.checks[i];
    if (verdict) {
      auto criterion = verdict->criteria.at(i);
      criterion.how = page.commands.at(i);
      list.items.push_back(
          criterion_item(criterion, mark_of(criterion.status, true), Detail::full));
      continue;
    }
    auto item = plain_item(check.title);
    item.details.emplace_back(fmt::format("{}: {}", check.id.text(), name(check.kind)));
    item.details.emplace_back("how: " + page.commands.at(i));
    list.items.push_back(std::move(item));
  }
  return list;
}

ItemList lab_items(const curriculum::Module& module) {
  ItemList list;
  list.items.reserve(module.labs.size());
  for (const auto& lab : module.labs) list.items.push_back(plain_item(lab.title));
  return list;
}

Document view(const std::vector<ModuleState>& modules) {
  if (modules.empty()) return {{Paragraph{"There are no modules for this curriculum."}}};
  Table table{{{"module", Align::left, true},
               {"title"},
               {"home"},
               {"hours", Align::right},
               {"requires", Align::left, false, true},
               {"plan"},
               {"checks", Align::right}},
              {}};
  table.rows.reserve(modules.size());
  for (const auto& state : modules) {
    const auto& module = state.module;
    const bool passed = state.passed().value_or(false);
    table.rows.push_back({{module.id.text()},
                          {module.title},
                          {joined_ids(module.weeks)},
                          {calendar::format_duration(module.minutes.total())},
                          {joined_ids(module.needs)},
                          {state.planned ? "planned" : ""},
                          {passed_cell(state), passed ? Tone::good : Tone::plain}});
  }
  return {{Section{"Deep dives",
                   {std::move(table),
                    Command{"gradus module show ID", "its topics, checks, labs and prompts"}}}}};
}

Document view(const ModulePage& page) {
  const auto& state = page.state;
  const auto& module = state.module;
  Section section{
      module.title,
      {facts_of(state), Section{"Topics", {topic_items(page)}},
       Section{"Checks", {check_items(page)}}, Section{"Labs", {lab_items(module)}},
       Section{"Prompts", {prompt_items(page)}}, Section{"Notes", {note_items(module)}}}};
  if (auto source = source_text(module); !source.empty())
    section.parts.emplace_back(Paragraph{std::move(source)});
  section.parts.emplace_back(next_command(state));
  return {{std::move(section)}};
}

Document view(const ModuleGate& gate) {
  const auto& verdict = gate.state.verdict.value();
  ItemList checks;
  checks.items.reserve(verdict.criteria.size());
  for (const auto& criterion : verdict.criteria)
    checks.items.push_back(
        criterion_item(criterion, mark_of(criterion.status, true), Detail::full));
  const std::string state =
      verdict.ready ? "The module is passed." : "The module is not passed yet.";
  return {{Section{fmt::format("{}: {} of {} passed", verdict.title, verdict.met,
                               counted(verdict.criteria.size(), "check")),
                   {Paragraph{state}, std::move(checks)}}}};
}

}  // namespace gradus::report
