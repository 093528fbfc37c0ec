#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/insight/checkup.hpp"
#include "gradus/store/store.hpp"

#include <string>
#include <vector>

namespace gradus::track {

// What is wrong with a track's rows: ids its curriculum doesn't have, unreadable text, impossible
// days.
[[nodiscard]] std::vector<insight::Finding> examine(const store::Store& store,
                                                    const std::string& name,
                                                    const calendar::Moment& now);

// The same for all tracks, and for rows that belong to none.
[[nodiscard]] std::vector<insight::Finding> examine(const store::Store& store,
                                                    const calendar::Moment& now);

}  // namespace gradus::track
