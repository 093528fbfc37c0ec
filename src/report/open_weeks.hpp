#pragma once

#include "gradus/insight/today.hpp"

#include <string>
#include <vector>

// What earlier weeks of the open tier still ask for.
namespace gradus::report {

// The two earliest weeks, and the sum of the others.
[[nodiscard]] std::string behind_text(const std::vector<insight::OpenBefore>& weeks);

// What is still open of a week whose days are not over is no delay.
[[nodiscard]] bool is_late(const std::vector<insight::OpenBefore>& weeks);

}  // namespace gradus::report
