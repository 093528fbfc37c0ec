#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace gradus::cli {

void add_track(Command& gradus) {
  gradus.add_family(
      "track", "List, choose, rename and archive tracks; set how strict their gates are.",
      "  gradus track list\n  gradus track use evenings\n", [](Command& track) {
        for (const auto add :
             {add_track_list, add_track_use, add_track_rename, add_track_archive, add_track_gate})
          add(track);
      });
}

}  // namespace gradus::cli
