#pragma once

#include "gradus/journal/timer.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

[[nodiscard]] Json to_json(const journal::RunningTimer& running);

}  // namespace gradus::report
