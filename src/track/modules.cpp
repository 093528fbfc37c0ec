#include "gradus/track/modules.hpp"

#include "gradus/curriculum/module_checks.hpp"
#include "gradus/curriculum/question.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/choose_modules.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/known_modules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::track {
namespace {

using curriculum::Module;
using curriculum::ModuleCheck;

const Module* find_in(const std::vector<Module>& modules, const std::string& id) {
  const auto found =
      std::ranges::find_if(modules, [&](const Module& module) { return module.id.text() == id; });
  return found == modules.end() ? nullptr : &*found;
}

// Throws Error if that is a bundle's id.
void refuse_bundle(const std::string& id, const curriculum::Curriculum& curriculum) {
  const auto bundles = known_modules(curriculum).bundles;
  const auto bundle = std::ranges::find_if(
      bundles, [&](const curriculum::ModuleBundle& each) { return each.id.text() == id; });
  if (bundle == bundles.end()) return;
  std::string ids;
  for (const auto& module : bundle->modules) ids += (ids.empty() ? "" : ", ") + module.text();
  throw Error(fmt::format("{} is a bundle of modules", id),
              fmt::format("name one of them: {}", ids));
}

}  // namespace

const std::vector<Module>& TrackModules::all() const {
  if (all_) return *all_;
  auto& all = all_.emplace();
  auto known = known_modules(curriculum_);
  all.reserve(known.modules.size() + planned_.size());
  for (auto& each : known.modules) {
    const auto* const planned = find_in(planned_, each.module.id.text());
    if (planned == nullptr)
      all.push_back(std::move(each.module));
    else
      all.push_back(*planned);
  }
  // A planned module stays known even if the program no longer has it.
  for (const auto& planned : planned_)
    if (find_in(all, planned.id.text()) == nullptr) all.push_back(planned);
  return all;
}

const Module* TrackModules::find(const std::string& id) const {
  if (const auto* const planned = find_in(planned_, id)) return planned;
  return find_in(all(), id);
}

const Module& TrackModules::get(const std::string& id) const {
  if (const auto* const module = find(id)) return *module;
  refuse_bundle(id, curriculum_);
  std::vector<std::string> names;
  names.reserve(all().size());
  for (const auto& each : all()) names.push_back(each.id.text());
  const auto near = text::did_you_mean(id, names);
  throw Error(fmt::format("there is no module \"{}\" for this curriculum", id),
              near.empty() ? "gradus module list shows them" : near);
}

const ModuleCheck& TrackModules::get_check(const Module& module, const std::string& id) const {
  if (const auto* const check = curriculum::find_check(module, id)) return *check;
  std::vector<std::string> names;
  names.reserve(module.checks.size());
  for (const auto& each : module.checks) names.push_back(each.id.text());
  throw Error(fmt::format("the module {} has no check \"{}\"", module.id.text(), id),
              text::nearest_or_all(id, names));
}

std::optional<NamedCheck> TrackModules::find_named_check(const std::string& name) const {
  for (const auto& module : all())
    for (const auto& check : module.checks)
      if (check.id.text() == name || curriculum::check_name(module.id, check.id) == name)
        return NamedCheck{&module, &check};
  return std::nullopt;
}

const Module* TrackModules::asking_for(const curriculum::ArtefactId& artefact) const {
  const auto& modules = all();
  const auto found = std::ranges::find_if(modules, [&](const Module& module) {
    const auto* const check = curriculum::find_check(module, artefact.text());
    return check != nullptr && check->kind == curriculum::CriterionKind::artefact;
  });
  return found == modules.end() ? nullptr : &*found;
}

const curriculum::Week* TrackModules::home_of(const Module& module) const {
  for (const auto& id : module.weeks)
    for (const auto& tier : curriculum_.tiers) {
      if (tier.retired) continue;
      const auto week = std::ranges::find(tier.weeks, id, &curriculum::Week::id);
      if (week != tier.weeks.end() && !week->retired) return &*week;
    }
  return nullptr;
}

insight::ModuleState module_state(const store::Store& store, const LoadedTrack& track,
                                  const Module& module, calendar::Date today,
                                  const insight::DrillIds& drills) {
  insight::ModuleState state{
      .module = module,
      .planned = is_planned(track.shape, module.id),
      .verdict = rules::check_module(module, today, store::StoredFacts{store, track.id})};
  insight::add_commands(state, drills);
  return state;
}

std::vector<insight::ModuleState> modules_in_hand(const store::Store& store,
                                                  const LoadedTrack& track, calendar::Date today) {
  const TrackModules modules(track);
  std::vector<insight::ModuleState> states;
  for (const auto& module : modules.all()) {
    auto state = module_state(store, track, module, today);
    if (state.planned || state.met() > 0) states.push_back(std::move(state));
  }
  return states;
}

plan::ModuleIds passed_modules(const store::Store& store, const LoadedTrack& track,
                               calendar::Date today) {
  const store::StoredFacts facts{store, track.id};
  const TrackModules modules(track);
  plan::ModuleIds passed;
  for (const auto& module : modules.all())
    if (rules::check_module(module, today, facts).ready) passed.insert(module.id);
  return passed;
}

std::vector<insight::ModulePage> modules_of_week(const store::Store& store,
                                                 const LoadedTrack& track,
                                                 const plan::WeekLoad& week, calendar::Date today) {
  if (week.modules.empty() && week.going_on.empty()) return {};  // no file is read for it
  insight::DrillIds drills;
  for (const auto& question : curriculum::builtin_questions(track.curriculum.id))
    drills.insert(question.id.text());
  std::vector<insight::ModulePage> pages;
  for (const auto& module : track.shape.modules) {
    const bool begins = std::ranges::find(week.modules, module.id) != week.modules.end();
    const bool goes_on = std::ranges::find(week.going_on, module.id) != week.going_on.end();
    if (!begins && !goes_on) continue;
    pages.push_back(insight::module_page(module_state(store, track, module, today, drills),
                                         track.curriculum, {}, drills));
  }
  return pages;
}

}  // namespace gradus::track
