#pragma once

#include "gradus/exchange/reader.hpp"

#include "cli/track.hpp"

#include <string>

namespace gradus::cli {

// Makes an entry from outside one of the track's: fills in the week, from the plan by its day, and
// the tier, from the week. Throws Error, naming file (unless empty), line and field, when it names
// something that the curriculum has not, or lies in the future.
void settle(exchange::Read& read, const std::string& file, const OpenTrack& open,
            calendar::Date today);

}  // namespace gradus::cli
