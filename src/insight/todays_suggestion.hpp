#pragma once

#include "gradus/insight/today.hpp"

namespace gradus::insight {

// The one thing to do next; `now` is complete except for it.
[[nodiscard]] Suggestion suggest(const Today& now, const Track& track);

}  // namespace gradus::insight
