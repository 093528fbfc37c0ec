#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/store/examination.hpp"
#include "gradus/store/store.hpp"

#include <string>
#include <vector>

namespace gradus::track {

// What is wrong with the rows of a track: ids that its curriculum has not, texts that can't be
// read, days that can't be.
[[nodiscard]] std::vector<store::Finding> examine(const store::Store& store,
                                                  const std::string& name, calendar::Date today);

}  // namespace gradus::track
