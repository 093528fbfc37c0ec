#pragma once

#include "gradus/insight/week_values.hpp"
#include "gradus/report/plan_changes.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

// The plan as `plan --json` prints it.
[[nodiscard]] Json plan_value(const insight::Track& track, const insight::PlanValues& values);
[[nodiscard]] Json breaks_value(const std::vector<plan::Break>& breaks);
[[nodiscard]] Json warnings_value(const plan::Plan& plan);
// The same with `what_if` and `changes`.
[[nodiscard]] Json plan_change_value(const PlanChange& change);
// The command that makes the deadline's plan the track's.
[[nodiscard]] std::string command_of(const Deadline& deadline);

}  // namespace gradus::report
