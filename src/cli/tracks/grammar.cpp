#include "cli/command.hpp"
#include "cli/tracks/requests.hpp"

namespace gradus::cli {
namespace {

void describe_track(Command& track) {
  track.add_command<ListTracks>("list", "List the tracks, with the tier each stands in.",
                                "  gradus track list\n  gradus track list --all --json\n",
                                [](Command& list, ListTracks& request) {
                                  list.add_flag("--all", request.all, "Archived tracks as well");
                                });
  track.add_command<UseTrack>("use", "Make a track the active one; an archived one comes back.",
                              "  gradus track use evenings\n", [](Command& use, UseTrack& request) {
                                use.add_option("NAME", request.name,
                                               "The track that commands mean without --track")
                                    .required()
                                    .completes(Completion::track);
                              });
  track.add_command<RenameTrack>(
      "rename", "Give a track another name.", "  gradus track rename de-roadmap evenings\n",
      [](Command& rename, RenameTrack& request) {
        rename.add_option("OLD", request.from, "Its name now")
            .required()
            .completes(Completion::track);
        rename.add_option("NEW", request.to, "Its name from now on").required();
      });
  track.add_command<ArchiveTrack>(
      "archive", "Put a track away: it stays whole, and is left out of lists and warnings.",
      "  gradus track archive evenings\n", [](Command& archive, ArchiveTrack& request) {
        archive.add_option("NAME", request.name, "A track that is not the active one")
            .required()
            .completes(Completion::track);
      });
  track.add_command<SetGateMode>(
      "gate", "Say whether unlock refuses at a gate that is not met, or warns and opens it.",
      "  gradus track gate warn\n  gradus track gate block --track evenings\n",
      [](Command& gate, SetGateMode& request) {
        gate.add_choice(
                "MODE", words(rules::gate_modes),
                [&request](const std::string& word) {
                  request.mode = rules::parse_gate_mode(word).value();
                },
                "block refuses, warn opens with a warning")
            .required();
      });
}

}  // namespace

void add_track_commands(Command& gradus) {
  gradus.add_family("track", "List, choose, rename and put away tracks; how strict gates are.",
                    "  gradus track list\n  gradus track use evenings\n", describe_track);
}

}  // namespace gradus::cli
