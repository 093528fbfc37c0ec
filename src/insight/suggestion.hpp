#pragma once

#include "gradus/insight/today.hpp"

namespace gradus::insight {

// The one thing to do next; `now` is complete but for it.
[[nodiscard]] Suggestion suggest(const Today& now, const Track& track);

}  // namespace gradus::insight
