#include "cli/exchange/settle.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/plan/progress.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>

namespace gradus::cli {
namespace {

using curriculum::Curriculum;
using journal::Entry;

// The names that an entry's own fields give, looked up in the curriculum.
struct Lookup {
  const OpenTrack& open;
  const Entry& entry;

  template <class Field>
  void operator()(std::string_view, const Field&) const {}
  template <class Tag>
  void operator()(std::string_view field, const std::optional<curriculum::Id<Tag>>& id) const {
    if (id) (*this)(field, *id);
  }
  void operator()(std::string_view, const curriculum::TopicId& topic) const {
    (void)curriculum::find_topic(open.track.curriculum, topic.text());
  }
  void operator()(std::string_view, const curriculum::ArtefactId& artefact) const {
    (void)curriculum::find_artefact(open.track.curriculum, artefact.text());
  }
  void operator()(std::string_view, const curriculum::CriterionId& id) const {
    const auto is_it = [&](const auto& criterion) { return criterion.id == id; };
    const auto& curriculum = open.track.curriculum;
    if (std::ranges::any_of(curriculum.finish, is_it)) return;
    for (const auto& module : open.shape.modules) {
      if (std::ranges::any_of(module.checks, is_it)) return;
    }
    if (!entry.tier) throw curriculum::Error("needs its tier beside it");
    (void)curriculum::find_criterion(curriculum::find_tier(curriculum, entry.tier->text()),
                                     id.text());
  }
};

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

std::chrono::sys_time<calendar::Minutes> instant(const calendar::Moment& moment) {
  return std::chrono::sys_days{moment.on.ymd()} + moment.time.since_midnight() - moment.offset;
}

void keep_time(exchange::Read& read, const Entry& known) {
  auto& entry = read.entry;
  if (!read.zoned || !entry.at || !known.at) return;
  const bool same_clock = entry.at->on == known.at->on && entry.at->time == known.at->time;
  if (!same_clock && instant(*entry.at) != instant(*known.at)) return;
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
    throw Error(fmt::format("{}: {}: {}", where, field, error.what()), error.hint());
  }
}

}  // namespace

void settle(exchange::Read& read, const std::optional<Entry>& known,
            const Destination& destination) {
  const auto& [file, open, today] = destination;
  auto& entry = read.entry;
  const auto& curriculum = open.track.curriculum;
  if (known) keep_time(read, *known);
  const std::string where = fmt::format("{}:{}", file, read.line);
  if (entry.on > today) {
    throw Error(fmt::format("{}: on: {} lies in the future (today is {})", where, entry.on.iso(),
                            today.iso()),
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
  const Lookup lookup{open, entry};
  const auto look_up = [&](std::string_view field, const auto& value) {
    placed(where, field, [&] { lookup(field, value); });
  };
  std::visit([&](const auto& what) { what.fields(what, look_up); }, entry.what);
}

}  // namespace gradus::cli
