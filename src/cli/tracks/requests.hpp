#pragma once

#include "gradus/rules/gate.hpp"

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

struct ListTracks {
  bool all = false;  // archived ones too
};
ExitCode run(const ListTracks& request, Session& session);

struct UseTrack {
  std::string name;
};
ExitCode run(const UseTrack& request, Session& session);

struct RenameTrack {
  std::string from;
  std::string to;
};
ExitCode run(const RenameTrack& request, Session& session);

struct ArchiveTrack {
  std::string name;
};
ExitCode run(const ArchiveTrack& request, Session& session);

// Of the session's track.
struct SetGateMode {
  rules::GateMode mode = rules::GateMode::block;
};
ExitCode run(const SetGateMode& request, Session& session);

}  // namespace gradus::cli
