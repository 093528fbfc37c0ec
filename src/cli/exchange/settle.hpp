#pragma once

#include "gradus/exchange/reader.hpp"

#include "cli/track.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

// Where an entry from outside is to become one of a track's.
struct Destination {
  std::string file;  // that it comes from; empty when it was typed
  const OpenTrack& open;
  calendar::Date today;
};

// Whether the file leaves open what an entry that is known already decides.
[[nodiscard]] bool leaves_open(const exchange::Read& read);

// Makes an entry from outside one of the track's: fills in the week, from the plan by its day, and
// the tier, from the week. What the file leaves open of an entry that is `known` already stays as
// it is: neither a plan that moved nor another time zone changes an entry. Throws Error, naming
// file (unless empty), line and field, when it names something that the curriculum has not, or lies
// in the future.
void settle(exchange::Read& read, const std::optional<journal::Entry>& known,
            const Destination& destination);

}  // namespace gradus::cli
