#include "gradus/plan/error.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/known_modules.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::cli {
namespace {

using curriculum::Module;
using curriculum::ModuleBundle;

// What may be named: the modules there are for a curriculum, and their bundles.
struct Choice {
  std::vector<KnownModule> modules;
  std::vector<ModuleBundle> bundles;
};

Choice choice_for(const curriculum::CurriculumId& of) {
  Choice choice{known_modules(of), {}};
  choice.bundles = known_bundles(choice.modules);
  return choice;
}

[[noreturn]] void refuse_unknown(const std::string& name, const Choice& choice) {
  std::vector<std::string> names;
  names.reserve(choice.modules.size() + choice.bundles.size());
  for (const auto& each : choice.modules) names.push_back(each.module.id.text());
  for (const auto& each : choice.bundles) names.push_back(each.id.text());
  const auto near = text::did_you_mean(name, names);
  throw Error(fmt::format("there is no module \"{}\" for this curriculum", name),
              near.empty() ? "gradus plan module list shows them" : near);
}

const KnownModule& find_module(const curriculum::ModuleId& id, const Choice& choice) {
  const auto found = std::ranges::find_if(
      choice.modules, [&](const KnownModule& each) { return each.module.id == id; });
  if (found == choice.modules.end()) refuse_unknown(id.text(), choice);
  return *found;
}

bool planned(const plan::Shape& shape, const curriculum::ModuleId& id) {
  return std::ranges::find(shape.modules, id, &Module::id) != shape.modules.end();
}

// The modules that a word names, and whether as a bundle.
struct Named {
  std::vector<curriculum::ModuleId> ids;
  bool bundle = false;
};

Named named(const std::string& word, const Choice& choice) {
  const auto bundle = std::ranges::find_if(
      choice.bundles, [&](const ModuleBundle& each) { return each.id.text() == word; });
  if (bundle != choice.bundles.end()) return {bundle->modules, true};
  const auto module = std::ranges::find_if(
      choice.modules, [&](const KnownModule& each) { return each.module.id.text() == word; });
  if (module == choice.modules.end()) refuse_unknown(word, choice);
  return {{module->module.id}};
}

// A planned module stays known where the program no longer brings it.
Named named_in_plan(const std::string& word, const plan::Shape& shape, const Choice& choice) {
  for (const auto& module : shape.modules)
    if (module.id.text() == word) return {{module.id}};
  return named(word, choice);
}

void add_one(PlanChange& change, const KnownModule& known, const OpenTrack& open,
             const Session& session) {
  auto module = known.module;
  const auto home = plan::late_home(open.track.plan, module, session.today);
  if (home) {
    session.warn(fmt::format("{} belongs into {}, which is over: it goes into {}", module.id.text(),
                             module.weeks.front().text(), home->text()));
    module.weeks = {*home};
  }
  change.shape = plan::add_module(std::move(change.shape), open.track.curriculum, module);
  change.modules.push_back({module.id, known.text, home});
}

// Of a bundle, those that are planned already stay as they are. Throws plan::Error when that is all
// of it.
void add_bundle(PlanChange& change, const std::string& word, const Named& wanted,
                const OpenTrack& open, const Choice& choice, const Session& session) {
  bool added = false;
  for (const auto& id : wanted.ids) {
    if (wanted.bundle && planned(change.shape, id)) continue;
    add_one(change, find_module(id, choice), open, session);
    added = true;
  }
  if (added) return;
  throw plan::Error(
      fmt::format("every module of {} is in the plan already; nothing was changed", word),
      "gradus plan module list shows what is planned");
}

// Of a bundle, those that are planned; what requires another goes before it.
void remove_bundle(plan::Shape& shape, const std::string& word, const Named& wanted) {
  bool removed = false;
  for (auto id = wanted.ids.rbegin(); id != wanted.ids.rend(); ++id) {
    if (wanted.bundle && !planned(shape, *id)) continue;
    shape = plan::remove_module(std::move(shape), *id);
    removed = true;
  }
  if (removed) return;
  throw plan::Error(fmt::format("no module of {} is in the plan; nothing was changed", word),
                    "gradus plan module list shows what is planned");
}

}  // namespace

ExitCode run(const AddModules& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  const auto choice = choice_for(open.track.curriculum.id);
  auto change = change_of(open, fmt::format("plan module add {}", fmt::join(request.modules, " ")));
  for (const auto& word : request.modules)
    add_bundle(change, word, named(word, choice), open, choice, session);
  const auto soft = plan::missing_soft(change.shape);
  for (const auto& [module, wanted] : soft)
    session.warn(fmt::format("{} goes better after {}, which is not in the plan", module.text(),
                             wanted.text()));
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const RemoveModules& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  const auto choice = choice_for(open.track.curriculum.id);
  auto change = change_of(open, fmt::format("plan module rm {}", fmt::join(request.modules, " ")));
  for (const auto& word : request.modules)
    remove_bundle(change.shape, word, named_in_plan(word, change.shape, choice));
  std::erase_if(change.modules,
                [&](const auto& module) { return !planned(change.shape, module.id); });
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const ListModules&, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto choice = choice_for(open.track.curriculum.id);
  std::vector<report::ListedModule> listed;
  listed.reserve(choice.modules.size());
  for (const auto& each : choice.modules)
    listed.push_back({each.module, planned(open.shape, each.module.id)});
  if (session.json)
    session.answer(report::modules_json(listed, choice.bundles));
  else
    session.answer(report::modules_view(listed, choice.bundles));
  return ExitCode::done;
}

}  // namespace gradus::cli
