#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/rules/gate.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gradus::insight {

// A deep dive, and how far the learner is with it.
struct ModuleState {
  curriculum::Module module;                // in the weeks that it was put into
  bool planned = false;                     // in the track's plan
  std::optional<rules::Verdict> verdict{};  // on its checks; nullopt where there is no track

  // nullopt where there is no track.
  [[nodiscard]] std::optional<bool> passed() const;
  // The first check that doesn't pass; nullptr if all do, or there is no track.
  [[nodiscard]] const rules::CriterionResult* first_open() const;
  // How many of its checks pass.
  [[nodiscard]] std::size_t met() const { return verdict ? verdict->met : 0; }
};

// The ids of the questions that `gradus drill` can ask.
using DrillIds = std::set<std::string>;

// The command that does, or records, what a check asks for. What has no record of its own is
// signed; against the clock, what no question of the check's name asks for. A sheet may also be
// judged by its table.
[[nodiscard]] std::string check_command(const curriculum::Module& module,
                                        const curriculum::ModuleCheck& check,
                                        const DrillIds& drills);

// Gives every check that isn't met its command.
void add_commands(ModuleState& state, const DrillIds& drills);

}  // namespace gradus::insight
