#include "gradus/curriculum/nearest.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/report/plan_changes.hpp"

#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/known_modules.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

const KnownModule& find_module(const std::string& id, const std::vector<KnownModule>& known) {
  const auto found = std::ranges::find_if(
      known, [&](const KnownModule& each) { return each.module.id.text() == id; });
  if (found != known.end()) return *found;
  std::vector<std::string> names;
  names.reserve(known.size());
  for (const auto& each : known) names.push_back(each.module.id.text());
  const auto near = curriculum::did_you_mean(id, names);
  throw Error(fmt::format("there is no module \"{}\" for this curriculum", id),
              near.empty() ? "gradus plan module list shows them" : near);
}

// The ids asked for, bundles taken apart; what is planned already is left out of a bundle.
std::vector<std::string> spell_out(const std::vector<std::string>& words,
                                   const std::vector<curriculum::ModuleBundle>& bundles,
                                   const plan::Shape& shape) {
  std::vector<std::string> ids;
  for (const auto& word : words) {
    const auto bundle = std::ranges::find_if(
        bundles, [&](const curriculum::ModuleBundle& each) { return each.id.text() == word; });
    if (bundle == bundles.end()) {
      ids.push_back(word);
      continue;
    }
    for (const auto& id : bundle->modules) {
      if (std::ranges::find(shape.modules, id, &curriculum::Module::id) == shape.modules.end())
        ids.push_back(id.text());
    }
  }
  return ids;
}

}  // namespace

ExitCode run(const AddModules& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  const auto known = known_modules(open.track.curriculum.id);
  auto change = change_of(open, fmt::format("plan module add {}", fmt::join(request.modules, " ")));
  for (const auto& id : spell_out(request.modules, known_bundles(known), change.shape)) {
    auto found = find_module(id, known);
    const auto home = plan::late_home(open.track.plan, found.module, session.today);
    if (home) {
      session.warn(fmt::format("{} belongs into {}, which is over: it goes into {}", id,
                               found.module.weeks.front().text(), home->text()));
      found.module.weeks = {*home};
    }
    change.shape = plan::add_module(std::move(change.shape), open.track.curriculum, found.module);
    change.modules.push_back({found.module.id, found.text, home});
  }
  const auto soft = plan::missing_soft(change.shape);
  for (const auto& [module, wanted] : soft)
    session.warn(fmt::format("{} goes better after {}, which is not in the plan", module.text(),
                             wanted.text()));
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const RemoveModule& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  const curriculum::ModuleId id(request.module);
  auto change = change_of(open, "plan module rm " + request.module);
  change.shape = plan::remove_module(std::move(change.shape), id);
  std::erase_if(change.modules, [&](const auto& module) { return module.id == id; });
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const ListModules&, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto known = known_modules(open.track.curriculum.id);
  std::vector<report::ListedModule> listed;
  for (const auto& each : known) {
    const auto& planned = open.shape.modules;
    listed.push_back({each.module, std::ranges::find(planned, each.module.id,
                                                     &curriculum::Module::id) != planned.end()});
  }
  if (session.json)
    session.answer(report::modules_json(listed, known_bundles(known)));
  else
    session.answer(report::modules_view(listed, known_bundles(known)));
  return ExitCode::done;
}

}  // namespace gradus::cli
