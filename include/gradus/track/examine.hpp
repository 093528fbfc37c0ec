#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/insight/checkup.hpp"
#include "gradus/store/store.hpp"

#include <string>
#include <vector>

namespace gradus::track {

// What is wrong with the rows of a track: ids that its curriculum has not, texts that can't be
// read, days that can't be.
[[nodiscard]] std::vector<insight::Finding> examine(const store::Store& store,
                                                    const std::string& name, calendar::Date today);

// The same of all tracks, and of what belongs to none of them.
[[nodiscard]] std::vector<insight::Finding> examine(const store::Store& store,
                                                    calendar::Date today);

}  // namespace gradus::track
