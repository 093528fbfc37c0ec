#include "cli/odd_sessions.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/text/plural.hpp"

#include <fmt/format.h>

namespace gradus::cli {

void warn_of_odd_sessions(const store::Store& store, store::TrackId track, calendar::Date from,
                          calendar::Date to, const Session& session) {
  if (!session.warnings.overlap && !session.warnings.day_over_24h) return;
  const auto odd = store::odd_sessions(store, track, from, to);
  if (session.warnings.overlap && odd.first_overlap)
    session.warn(fmt::format("{} before an earlier one ends, first on {}; all count [overlap]",
                             text::counted(odd.overlaps, "session begins", "sessions begin"),
                             odd.first_overlap->iso()));
  if (session.warnings.day_over_24h && odd.first_long_day)
    session.warn(fmt::format("{} more than 24 hours of study, first {} [day-over-24h]",
                             text::counted(odd.long_days, "day holds", "days hold"),
                             odd.first_long_day->iso()));
}

}  // namespace gradus::cli
