#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/modules/at_hand.hpp"
#include "cli/show.hpp"

namespace gradus::cli {
namespace {

struct ListAllModules {};

ExitCode run(const ListAllModules&, Session& session) {
  session.show(ModulesAtHand(session).all());
  return ExitCode::done;
}

}  // namespace

void add_module_list(Command& module) {
  module.add_command<ListAllModules>(
      "list", "List the modules, and say which are planned and which are passed.",
      "  gradus module list\n  gradus module list --json\n");
}

}  // namespace gradus::cli
