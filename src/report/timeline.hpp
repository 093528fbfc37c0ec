#pragma once

#include "gradus/insight/standing.hpp"
#include "gradus/report/document.hpp"

#include <cstddef>

namespace gradus::report {

// The tiers over the months, with breaks and today: a table whose bars are at most `width` wide.
// The dates themselves stand in the plan's other tables.
[[nodiscard]] Table timeline(const insight::Track& track, calendar::Date today, std::size_t width);

}  // namespace gradus::report
