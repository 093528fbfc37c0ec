#include "gradus/rules/gate.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/tracks/change.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct SetGateMode {
  rules::GateMode mode = rules::GateMode::block;
};

void describe_track_gate(Command& gate, SetGateMode& request) {
  gate.add_choice("MODE", request.mode, rules::gate_modes,
                  "block refuses, warn opens with a warning")
      .required();
}

ExitCode run(const SetGateMode& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = store::find_track(store, session.track);
  const auto mode = rules::name(request.mode);
  if (track.gate == request.mode)
    return finish_change(store, track, "",
                         fmt::format("The gates of {} are set to {} already", track.name, mode),
                         session);
  store::set_gate_mode(store, track.id, request.mode);
  return finish_change(
      store, track, fmt::format("track gate {}", mode),
      request.mode == rules::GateMode::warn
          ? fmt::format("The gates of {} only warn now: unlock opens one that is not met, and the "
                        "report says so",
                        track.name)
          : fmt::format("The gates of {} block again: unlock refuses while one is not met",
                        track.name),
      session);
}

}  // namespace

void add_track_gate(Command& track) {
  track.add_command<SetGateMode>(
      "gate", "Choose whether unlock refuses at a gate that is not met, or warns and opens it.",
      "  gradus track gate warn\n  gradus track gate block --track evenings\n",
      describe_track_gate);
}

}  // namespace gradus::cli
