#include "gradus/report/plan_changes.hpp"
#include "gradus/track/choose_modules.hpp"
#include "gradus/track/modules.hpp"

#include "cli/commands.hpp"
#include "cli/plan/change.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct ChooseModules {
  std::vector<std::string> modules;  // ids of modules or bundles
  bool what_if = false;
};
struct AddModules : ChooseModules {};
struct RemoveModules : ChooseModules {};
struct ListModules {};

void describe_choice(Command& command, ChooseModules& request, Completion completion) {
  command.add_option("MODULE", request.modules, "Ids of modules or bundles")
      .required()
      .completes(completion);
  add_what_if(command, request.what_if);
}

void describe_addition(Command& add, AddModules& request) {
  describe_choice(add, request, Completion::module_to_add);
}

void describe_removal(Command& rm, RemoveModules& request) {
  describe_choice(rm, request, Completion::module_to_remove);
}

ExitCode run(const AddModules& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  const auto passed = track::passed_modules(store, track, session.today);
  auto added = track::add_modules(track, request.modules, passed, session.today);
  for (const auto& late : added.late)
    session.warn(fmt::format("{} belongs in {}, which is over: it goes into {}", late.id.text(),
                             late.own.text(), late.home.text()));
  for (const auto& [module, wanted] : added.missing_soft)
    session.warn(fmt::format("{} is better studied after {}, which is not in the plan",
                             module.text(), wanted.text()));
  return apply_change({fmt::format("plan module add {}", fmt::join(request.modules, " ")),
                       std::move(added.request), request.what_if},
                      track, store, session);
}

ExitCode run(const RemoveModules& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change({fmt::format("plan module rm {}", fmt::join(request.modules, " ")),
                       track::remove_modules(track, request.modules,
                                             track::passed_modules(store, track, session.today)),
                       request.what_if},
                      track, store, session);
}

ExitCode run(const ListModules&, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto known = track::known_modules(track.curriculum);
  std::vector<report::ListedModule> listed;
  listed.reserve(known.modules.size());
  for (const auto& each : known.modules)
    listed.push_back({each.module, track::is_planned(track.shape, each.module.id)});
  session.show(listed, known.bundles);
  return ExitCode::done;
}

void describe_module(Command& module) {
  module.add_command<AddModules>("add", "Add modules, or a whole bundle.",
                                 "  gradus plan module add query-tuning\n"
                                 "  gradus plan module add core --what-if\n",
                                 describe_addition);
  module.add_command<RemoveModules>("rm", "Remove modules, or a whole bundle.",
                                    "  gradus plan module rm query-tuning\n"
                                    "  gradus plan module rm core --what-if\n",
                                    describe_removal);
  module.add_command<ListModules>("list", "List the available modules and bundles.",
                                  "  gradus plan module list\n");
}

}  // namespace

void add_module(Command& plan) {
  plan.add_family("module", "Put elective deep dives into their home weeks.",
                  "  gradus plan module list\n"
                  "  gradus plan module add query-tuning\n",
                  describe_module);
}

}  // namespace gradus::cli
