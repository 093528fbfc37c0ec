#include "gradus/track/choose_modules.hpp"

#include "gradus/plan/error.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::track {
namespace {

using curriculum::Module;
using curriculum::ModuleBundle;

[[noreturn]] void refuse_unknown(const std::string& name, const KnownModules& known) {
  std::vector<std::string> names;
  names.reserve(known.modules.size() + known.bundles.size());
  for (const auto& each : known.modules) names.push_back(each.module.id.text());
  for (const auto& each : known.bundles) names.push_back(each.id.text());
  const auto near = text::did_you_mean(name, names);
  throw Error(fmt::format("there is no module \"{}\" for this curriculum", name),
              near.empty() ? "gradus plan module list shows them" : near);
}

const KnownModule& find_module(const std::string& id, const KnownModules& known) {
  const auto found = std::ranges::find_if(
      known.modules, [&](const KnownModule& each) { return each.module.id.text() == id; });
  if (found == known.modules.end()) refuse_unknown(id, known);
  return *found;
}

// The modules that a word names, and whether it names a bundle.
struct Named {
  std::vector<curriculum::ModuleId> ids;
  bool bundle = false;
};

Named named(const std::string& word, const KnownModules& known) {
  const auto bundle = std::ranges::find_if(
      known.bundles, [&](const ModuleBundle& each) { return each.id.text() == word; });
  if (bundle != known.bundles.end()) return {bundle->modules, true};
  return {{find_module(word, known).module.id}};
}

Named named_in_plan(const std::string& word, const plan::Shape& shape, const KnownModules& known) {
  for (const auto& module : shape.modules)
    if (module.id.text() == word) return {{module.id}};
  return named(word, known);
}

void add_one(AddedModules& added, const KnownModule& known, const LoadedTrack& track,
             const plan::ModuleIds& passed, calendar::Date today) {
  auto& request = added.request;
  auto module = known.module;
  const auto home = plan::late_home(track.plan, module, today);
  if (home) {
    added.late.push_back({module.id, module.weeks.front(), *home});
    module.weeks = {*home};
  }
  request.shape = plan::add_module(std::move(request.shape), track.curriculum, module, passed);
  request.modules.push_back({module.id, known.text, home});
}

// Throws plan::Error when all of a bundle is already planned.
void add_word(AddedModules& added, const std::string& word, const KnownModules& known,
              const LoadedTrack& track, const plan::ModuleIds& passed, calendar::Date today) {
  const auto wanted = named(word, known);
  bool any = false;
  for (const auto& id : wanted.ids) {
    if (wanted.bundle && is_planned(added.request.shape, id)) continue;
    add_one(added, find_module(id.text(), known), track, passed, today);
    any = true;
  }
  if (any) return;
  throw plan::Error(
      fmt::format("every module of {} is already in the plan; nothing was changed", word),
      "gradus plan module list shows what is planned");
}

// From a bundle, removes those that are planned; a module goes before the ones it requires.
void remove_word(plan::Shape& shape, const std::string& word, const Named& wanted,
                 const plan::ModuleIds& passed) {
  bool removed = false;
  for (auto id = wanted.ids.rbegin(); id != wanted.ids.rend(); ++id) {
    if (wanted.bundle && !is_planned(shape, *id)) continue;
    shape = plan::remove_module(std::move(shape), *id, passed);
    removed = true;
  }
  if (removed) return;
  throw plan::Error(fmt::format("no module of {} is in the plan; nothing was changed", word),
                    "gradus plan module list shows what is planned");
}

}  // namespace

bool is_planned(const plan::Shape& shape, const curriculum::ModuleId& id) {
  return std::ranges::find(shape.modules, id, &Module::id) != shape.modules.end();
}

AddedModules add_modules(const LoadedTrack& track, const std::vector<std::string>& words,
                         const plan::ModuleIds& passed, calendar::Date today) {
  const auto known = known_modules(track.curriculum);
  AddedModules added{.request = request_of(track)};
  for (const auto& word : words) add_word(added, word, known, track, passed, today);
  added.missing_soft = plan::missing_soft(added.request.shape, passed);
  return added;
}

PlanRequest remove_modules(const LoadedTrack& track, const std::vector<std::string>& words,
                           const plan::ModuleIds& passed) {
  const auto known = known_modules(track.curriculum);
  auto request = request_of(track);
  auto& shape = request.shape;
  for (const auto& word : words)
    remove_word(shape, word, named_in_plan(word, shape, known), passed);
  std::erase_if(request.modules, [&](const auto& module) { return !is_planned(shape, module.id); });
  return request;
}

}  // namespace gradus::track
