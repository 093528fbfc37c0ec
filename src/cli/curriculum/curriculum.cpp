#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace gradus::cli {

void add_curriculum(Command& gradus) {
  gradus.add_family(
      "curriculum", "List, show, check and use curricula, your own included.",
      "  gradus curriculum list\n"
      "  gradus curriculum check ./mine.json\n"
      "  gradus curriculum use ./mine.json --what-if\n",
      [](Command& curriculum) {
        for (const auto add : {add_curriculum_list, add_curriculum_show, add_curriculum_check,
                               add_curriculum_use, add_curriculum_schema})
          add(curriculum);
      });
}

}  // namespace gradus::cli
