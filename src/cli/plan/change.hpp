#pragma once

#include "gradus/plan/layout.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/store/plans.hpp"

#include "cli/session.hpp"
#include "cli/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// A planning command's store: for reading when nothing is to be stored.
[[nodiscard]] store::Store open_for_change(const Session& session, bool what_if);

// What a planning command wants the track to be.
struct PlanChange {
  std::string step;  // its name in the history: "plan stretch sql"
  plan::Shape shape;
  plan::Frame frame;
  std::vector<store::StoredModule> modules;
  // Already laid, by a re-plan; otherwise what was planned from today on is laid again.
  std::optional<plan::Plan> plan{};
};

// A change that keeps what the track has.
[[nodiscard]] PlanChange change_of(const OpenTrack& open, std::string step);

// Lays the plan, shows what moves, and stores it unless it is only a what-if.
ExitCode apply_change(PlanChange change, store::Store& store, OpenTrack open, bool what_if,
                      const Session& session);

}  // namespace gradus::cli
