#include "cli/oddities.hpp"

#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"

#include <fmt/format.h>

#include <variant>

namespace gradus::cli {
namespace {

using calendar::Date;
using calendar::Days;
using calendar::Minutes;

Minutes length(const journal::Entry& session) {
  return std::get<journal::Session>(session.what).minutes;
}

bool overlap(const journal::Entry& a, const journal::Entry& b) {
  return a.at && b.at && *a.at - *b.at < length(b) && *b.at - *a.at < length(a);
}

// The sessions of the day, the one before and the one after.
std::vector<journal::Entry> neighbours(const store::Store& store, store::TrackId track, Date day) {
  return store::entries(store, track,
                        {.type = curriculum::EntryType::session,
                         .from = day == Date::first() ? day : day - Days{1},
                         .to = day == Date::last() ? day : day + Days{1}});
}

std::vector<std::string> overlaps(const journal::Entry& session, const store::Store& store,
                                  store::TrackId track) {
  std::vector<std::string> odd;
  for (const auto& other : neighbours(store, track, session.on)) {
    if (!overlap(session, other)) continue;
    odd.push_back(fmt::format("it overlaps {} on {} at {} ({}); both count [overlap]",
                              report::describe(other), other.on.iso(), other.at->time.text(),
                              store::short_id(store, other.id)));
  }
  return odd;
}

}  // namespace

std::vector<std::string> oddities(const journal::Entry& session, const store::Store& store,
                                  store::TrackId track, const Warnings& wanted) {
  std::vector<std::string> odd;
  if (wanted.overlap && session.at) odd = overlaps(session, store, track);
  if (!wanted.day_over_24h) return odd;
  const auto day = store::minutes_on(store, track, session.on).total() + length(session);
  if (day > journal::max_session) {
    odd.push_back(fmt::format("{} now holds {} of study, and a day has 24 hours [day-over-24h]",
                              session.on.iso(), calendar::format_duration(day)));
  }
  return odd;
}

}  // namespace gradus::cli
