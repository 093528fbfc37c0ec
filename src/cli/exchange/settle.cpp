#include "cli/exchange/settle.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/plan/progress.hpp"

#include "cli/error.hpp"
#include "cli/known_ids.hpp"

#include <fmt/format.h>

#include <string_view>

namespace gradus::cli {
namespace {

using curriculum::Curriculum;
using journal::Entry;

void settle_week(exchange::Read& read, const insight::Track& track) {
  auto& entry = read.entry;
  if (entry.week || !read.wants_week) return;
  const auto& week = plan::week_on(track.plan, entry.on);
  if (!entry.tier || entry.tier == week.load.tier) entry.week = week.load.carries.front();
}

void settle_tier(Entry& entry, const Curriculum& curriculum) {
  if (!entry.week) return;
  const auto& tier = curriculum::tier_of(curriculum, *entry.week).id;
  if (!entry.tier) entry.tier = tier;
  if (entry.tier != tier) {
    throw curriculum::Error(fmt::format("{} belongs to the tier {}, and the tier given is {}",
                                        entry.week->text(), tier.text(), entry.tier->text()),
                            "leave one of the two out");
  }
}

void keep_time(exchange::Read& read, const Entry& known) {
  auto& entry = read.entry;
  if (!read.zoned || !entry.at || !known.at) return;
  const bool same_clock = entry.at->on == known.at->on && entry.at->time == known.at->time;
  if (!same_clock && *entry.at - *known.at != calendar::Minutes{0}) return;
  entry.on = known.on;
  entry.at = known.at;
}

// Whether the week was kept.
bool keep_week(exchange::Read& read, const Entry& known) {
  auto& entry = read.entry;
  const bool same_tier = !entry.tier || entry.tier == known.tier;
  if (entry.week || !read.wants_week || entry.on != known.on || !same_tier) return false;
  entry.week = known.week;
  entry.tier = known.tier;
  return true;
}

// Runs `look`, and says of what it throws where that stands.
template <class Look>
void placed(const std::string& where, std::string_view field, Look look) {
  try {
    look();
  } catch (const curriculum::Error& error) {
    throw Error(fmt::format("{}{}: {}", where, field, error.what()), error.hint());
  }
}

}  // namespace

bool leaves_open(const exchange::Read& read) {
  return read.zoned || (!read.entry.week && read.wants_week);
}

void settle(exchange::Read& read, const std::optional<Entry>& known,
            const Destination& destination) {
  const OpenTrack& open = destination.open;
  auto& entry = read.entry;
  const auto& curriculum = open.track.curriculum;
  if (known) keep_time(read, *known);
  const std::string where =
      destination.file.empty() ? "" : fmt::format("{}:{}: ", destination.file, read.line);
  if (entry.on > destination.today) {
    throw Error(fmt::format("{}on: {} lies in the future (today is {})", where, entry.on.iso(),
                            destination.today.iso()),
                "nothing was stored; correct the line and import again");
  }
  if (!known || !keep_week(read, *known)) {
    placed(where, "tier", [&] {
      if (entry.tier) (void)curriculum::find_tier(curriculum, entry.tier->text());
    });
    placed(where, "week", [&] {
      settle_week(read, open.track);
      settle_tier(entry, curriculum);
    });
  }
  const auto unknown = unknown_ids(entry, curriculum, open.shape.modules);
  if (unknown.empty()) return;
  throw Error(fmt::format("{}{}", where, unknown.front().what()), unknown.front().hint());
}

}  // namespace gradus::cli
