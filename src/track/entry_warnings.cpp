#include "gradus/track/entry_warnings.hpp"

#include "gradus/store/entries.hpp"

#include <variant>

namespace gradus::track {
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

// The sessions of the day, the day before and the day after.
std::vector<journal::Entry> neighbours(const store::Store& store, store::TrackId track, Date day) {
  return store::entries(store, track,
                        {.type = curriculum::EntryType::session,
                         .from = day == Date::first() ? day : day - Days{1},
                         .to = day == Date::last() ? day : day + Days{1}});
}

std::vector<Overlap> overlaps(const journal::Entry& session, const store::Store& store,
                              store::TrackId track) {
  std::vector<Overlap> found;
  for (const auto& other : neighbours(store, track, session.on))
    if (other.id != session.id && overlap(session, other))
      found.push_back({other, store::short_id(store, other.id)});
  return found;
}

// What a placement signs for was there before the first day: nothing to warn of.
bool is_placement(const journal::Entry& entry) {
  const auto* const signature = std::get_if<journal::Attestation>(&entry.what);
  return signature != nullptr && signature->placement;
}

}  // namespace

EntryWarnings entry_warnings(const journal::Entry& entry, const store::Store& store,
                             const LoadedTrack& track, const Warnings& wanted,
                             const journal::Entry* before) {
  EntryWarnings warnings{.before_start = wanted.before_start && entry.on < track.plan.start &&
                                         !is_placement(entry)};
  if (entry.type() != curriculum::EntryType::session) return warnings;
  if (wanted.overlap && entry.at) warnings.overlaps = overlaps(entry, store, track.id);
  if (wanted.day_over_24h) {
    auto day = store::minutes_on(store, track.id, entry.on).total() + length(entry);
    if (before != nullptr && before->on == entry.on) day -= length(*before);
    if (day > journal::max_session) warnings.day = day;
  }
  return warnings;
}

}  // namespace gradus::track
