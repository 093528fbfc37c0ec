#include "cli/show.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/modules/at_hand.hpp"

namespace gradus::cli {
namespace {

struct ShowModule {
  std::string module;
};

void describe_show_module(Command& show, ShowModule& request) {
  show.add_option("MODULE", request.module, "The module's id")
      .required()
      .completes(Completion::module);
}

ExitCode run(const ShowModule& request, Session& session) {
  session.show_paged(ModulesAtHand(session).page(request.module));
  return ExitCode::done;
}

}  // namespace

void add_module_show(Command& module) {
  module.add_command<ShowModule>("show", "Show a module: its topics, checks, labs and prompts.",
                                 "  gradus module show query-tuning\n"
                                 "  gradus module show pipeline-design --json\n",
                                 describe_show_module);
}

}  // namespace gradus::cli
