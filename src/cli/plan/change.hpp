#pragma once

#include "gradus/track/change_plan.hpp"

#include "cli/command.hpp"
#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

// --what-if of every command that changes the plan: it shows the change and stores nothing.
void add_what_if(Command& command, bool& what_if);

// A planning command's store: for reading when nothing is to be stored.
[[nodiscard]] store::Store open_for_change(const Session& session, bool what_if);

struct PlanStep {
  std::string name;  // in the history: "plan stretch sql"
  track::PlanRequest request;
  bool what_if;
  bool shows_week = false;  // the hours per weekday too when they stay the same
};

// Lays the plan, shows what moves, and stores it unless it is only a what-if.
ExitCode apply_change(PlanStep step, const track::LoadedTrack& track, store::Store& store,
                      const Session& session);

}  // namespace gradus::cli
