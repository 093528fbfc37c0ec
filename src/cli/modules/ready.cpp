#include "gradus/store/store.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/modules/at_hand.hpp"
#include "cli/show.hpp"

#include <utility>

namespace gradus::cli {
namespace {

struct CheckModule {
  std::string module;
};

void describe_check_module(Command& ready, CheckModule& request) {
  ready.add_option("MODULE", request.module, "The module's id")
      .required()
      .completes(Completion::module);
}

ExitCode run(const CheckModule& request, Session& session) {
  static_cast<void>(store::Store::read(session.store));  // without one there is nothing to check
  report::ModuleGate gate{ModulesAtHand(session).get(request.module)};
  session.show(gate);
  return gate.state.passed().value_or(false) ? ExitCode::done : ExitCode::no;
}

}  // namespace

void add_module_ready(Command& module) {
  module.add_command<CheckModule>("ready", "Check a module's checks; exit code 1 means not yet.",
                                  "  gradus module ready query-tuning\n"
                                  "  gradus module ready query-tuning --json\n",
                                  describe_check_module);
}

}  // namespace gradus::cli
