#include "gradus/track/assign_week.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/track/error.hpp"

#include "track/unknown_ids.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace gradus::track {
namespace {

using curriculum::Curriculum;
using journal::Entry;

void assign_by_day(Outsider& outsider, const insight::Track& track) {
  auto& entry = outsider.entry;
  if (entry.week || !outsider.wants_week) return;
  const auto& week = plan::week_on(track.plan, entry.on);
  if (!entry.tier || entry.tier == week.load.tier) entry.week = week.load.carries.front().week;
}

void assign_tier(Entry& entry, const Curriculum& curriculum) {
  if (!entry.week) return;
  const auto& tier = curriculum::tier_of(curriculum, *entry.week).id;
  if (!entry.tier) entry.tier = tier;
  if (entry.tier != tier) {
    throw curriculum::Error(fmt::format("{} belongs to the tier {}, but the tier given is {}",
                                        entry.week->text(), tier.text(), entry.tier->text()),
                            "leave out one of the two");
  }
}

void keep_time(Outsider& outsider, const Entry& known) {
  auto& entry = outsider.entry;
  if (!outsider.zoned || !entry.at || !known.at) return;
  const bool same_clock = entry.at->on == known.at->on && entry.at->time == known.at->time;
  if (!same_clock && *entry.at - *known.at != calendar::Minutes{0}) return;
  entry.on = known.on;
  entry.at = known.at;
}

// Returns whether the week was kept.
bool keep_week(Outsider& outsider, const Entry& known) {
  auto& entry = outsider.entry;
  const bool same_tier = !entry.tier || entry.tier == known.tier;
  if (entry.week || !outsider.wants_week || entry.on != known.on || !same_tier) return false;
  entry.week = known.week;
  entry.tier = known.tier;
  return true;
}

// Runs `look`; names the field in whatever it throws.
template <class Look>
void in_field(std::string_view field, Look look) {
  try {
    look();
  } catch (const curriculum::Error& error) {
    throw Error(fmt::format("{}: {}", field, error.what()), error.hint());
  }
}

}  // namespace

Entry assign_week(Outsider outsider, const std::optional<Entry>& known, const LoadedTrack& track,
                  calendar::Date today) {
  auto& entry = outsider.entry;
  const auto& curriculum = track.curriculum;
  if (known) keep_time(outsider, *known);
  if (entry.on > today) {
    throw Error(fmt::format("on: {} is in the future (today is {})", entry.on.iso(), today.iso()),
                "nothing was stored; correct the line and import again");
  }
  if (!known || !keep_week(outsider, *known)) {
    in_field("tier", [&] {
      if (entry.tier) (void)curriculum::find_tier(curriculum, entry.tier->text());
    });
    in_field("week", [&] {
      assign_by_day(outsider, track);
      assign_tier(entry, curriculum);
    });
  }
  const auto unknown = unknown_ids(entry, curriculum, track.shape.modules);
  if (!unknown.empty()) throw Error(unknown.front().what(), unknown.front().hint());
  return std::move(entry);
}

}  // namespace gradus::track
