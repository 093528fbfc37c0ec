#pragma once

#include "gradus/insight/standing.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

// The plan as `plan --json` prints it.
[[nodiscard]] Json plan_value(const insight::Track& track);
[[nodiscard]] Json warnings_value(const plan::Plan& plan);

}  // namespace gradus::report
