#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace gradus::cli {

void add_modules(Command& gradus) {
  gradus.add_family("module", "The deep dives: what they teach, and whether they are passed.",
                    "  gradus module list\n"
                    "  gradus module show query-tuning\n"
                    "  gradus module ready query-tuning\n",
                    [](Command& module) {
                      for (const auto add : {add_module_list, add_module_show, add_module_ready})
                        add(module);
                    });
}

}  // namespace gradus::cli
