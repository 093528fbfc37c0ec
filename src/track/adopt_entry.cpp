#include "gradus/track/adopt_entry.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/error.hpp"

#include "track/unknown_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::track {
namespace {

using curriculum::Curriculum;
using journal::Entry;

void assign_week(Outsider& outsider, const WeekAssigner& assigner) {
  auto& entry = outsider.entry;
  if (entry.week || !outsider.wants_week) return;
  auto [week, tier] = assigner.place(entry, outsider.way);
  entry.week = std::move(week);
  if (!entry.tier) entry.tier = std::move(tier);
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

void keep_attempts(Outsider& outsider, const Entry& known) {
  auto* problem = std::get_if<journal::Problem>(&outsider.entry.what);
  const auto* kept = std::get_if<journal::Problem>(&known.what);
  if (outsider.counts_attempts && problem != nullptr && kept != nullptr)
    problem->attempts = kept->attempts;
}

// The title that is known, else that of what asks for it.
void give_title(Outsider& outsider, const std::optional<Entry>& known, const Curriculum& curriculum,
                const TrackModules& modules) {
  auto* const artefact = std::get_if<journal::Artefact>(&outsider.entry.what);
  if (!outsider.untitled || artefact == nullptr || !artefact->artefact) return;
  const auto* kept = known ? std::get_if<journal::Artefact>(&known->what) : nullptr;
  const bool same = kept != nullptr && kept->artefact == artefact->artefact;
  if (same) {
    artefact->title = kept->title;
    return;
  }
  const auto& id = *artefact->artefact;
  const auto* const module =
      curriculum::week_of_artefact(curriculum, id) == nullptr ? modules.asking_for(id) : nullptr;
  artefact->title = module == nullptr ? curriculum::find_artefact(curriculum, id.text()).title
                                      : modules.get_check(*module, id.text()).title;
}

std::optional<curriculum::TopicId> topic_of(const Entry& entry) {
  const auto* problem = std::get_if<journal::Problem>(&entry.what);
  return problem == nullptr ? std::nullopt : std::optional(problem->topic);
}

// Returns whether the week was kept.
bool keep_week(Outsider& outsider, const Entry& known) {
  auto& entry = outsider.entry;
  const bool same_tier = !entry.tier || entry.tier == known.tier;
  if (entry.week || !outsider.wants_week || entry.on != known.on || !same_tier) return false;
  if (topic_of(entry) != topic_of(known)) return false;
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

// Whether the edit changed what the entry's week depends on.
bool belongs_elsewhere(const Entry& edited, const Entry& before) {
  if (edited.week != before.week || std::holds_alternative<journal::Attestation>(edited.what))
    return false;
  if (std::holds_alternative<journal::Problem>(edited.what))
    return topic_of(edited) != topic_of(before);
  if (const auto* artefact = std::get_if<journal::Artefact>(&edited.what))
    if (artefact->artefact != std::get<journal::Artefact>(before.what).artefact) return true;
  if (const auto* drill = std::get_if<journal::Drill>(&edited.what))
    if (drill->drill != std::get<journal::Drill>(before.what).drill) return true;
  if (const auto* check = std::get_if<journal::Check>(&edited.what))
    return check->module != std::get<journal::Check>(before.what).module;
  return edited.on != before.on;
}

Entry adopted(Outsider outsider, const std::optional<Entry>& known, const WeekAssigner& assigner,
              const LoadedTrack& track) {
  auto& entry = outsider.entry;
  const auto& curriculum = track.curriculum;
  if (!known || !keep_week(outsider, *known)) {
    in_field("tier", [&] {
      if (entry.tier) (void)curriculum::find_tier(curriculum, entry.tier->text());
    });
    in_field("week", [&] {
      assign_week(outsider, assigner);
      assign_tier(entry, curriculum);
    });
  }
  const auto unknown = unknown_ids(entry, curriculum, assigner.modules());
  if (!unknown.empty()) throw Error(unknown.front().what(), unknown.front().hint());
  give_title(outsider, known, curriculum, assigner.modules());
  return std::move(entry);
}

void refuse_ahead(const Entry& entry, const calendar::Moment& now) {
  if (!journal::is_ahead(entry, now)) return;
  const auto when = entry.at ? entry.at->iso() : entry.on.iso();
  throw Error(
      fmt::format("on: {} is in the future (now is {})", when, entry.at ? now.iso() : now.on.iso()),
      "nothing was stored; correct the day");
}

// Takes out of an entry without a week what the curriculum doesn't have.
std::vector<std::string> lose_unknown(Entry& entry, const LoadedTrack& track) {
  if (unknown_ids(entry, track.curriculum, TrackModules(track)).empty()) return {};
  if (auto* session = std::get_if<journal::Session>(&entry.what); session && session->topic) {
    auto lost = fmt::format("the topic {}", session->topic->text());
    session->topic.reset();
    return {std::move(lost)};
  }
  if (auto* artefact = std::get_if<journal::Artefact>(&entry.what);
      artefact && artefact->artefact) {
    auto lost = fmt::format("the artefact {}", artefact->artefact->text());
    artefact->artefact.reset();
    return {std::move(lost)};
  }
  if (const auto topic = topic_of(entry))
    throw Error(fmt::format("the track {} has no topic \"{}\"", track.name, topic->text()),
                "say which of its topics it is: add --topic ID");
  return {};
}

}  // namespace

Moved adopt_moved(Entry entry, const std::optional<curriculum::WeekId>& week,
                  const store::Store& store, const LoadedTrack& track,
                  const calendar::Moment& now) {
  refuse_ahead(entry, now);
  if (std::holds_alternative<journal::Attestation>(entry.what))
    throw Error("a signature stays with the curriculum under whose criterion it stands",
                "sign in the other track: gradus attest CRITERION --evidence TEXT");
  entry.week.reset();
  entry.tier.reset();
  if (auto* artefact = std::get_if<journal::Artefact>(&entry.what)) artefact->verified = false;
  auto lost = lose_unknown(entry, track);
  entry.week = week;
  const WeekAssigner assigner(track, read_standing(store, track));
  return {adopted({.entry = std::move(entry), .wants_week = !week, .way = Way::typed}, std::nullopt,
                  assigner, track),
          std::move(lost)};
}

Entry adopt_edited(Entry edited, const Entry& before, const store::Store& store,
                   const LoadedTrack& track, const calendar::Moment& now) {
  auto standing = read_standing(store, track);
  standing.studied = store::study_days(store, track.id);  // without it more days may matter
  standing.forget(before);
  const WeekAssigner assigner(track, std::move(standing));
  const bool elsewhere = belongs_elsewhere(edited, before);
  if (elsewhere) {
    edited.week.reset();
    edited.tier.reset();
  }
  // A day and a time that are left alone are not checked.
  if (edited.on != before.on || edited.at != before.at) refuse_ahead(edited, now);
  return adopted({.entry = std::move(edited), .wants_week = elsewhere, .way = Way::typed},
                 std::nullopt, assigner, track);
}

Entry adopt_entry(Outsider outsider, const std::optional<Entry>& known,
                  const WeekAssigner& assigner, const LoadedTrack& track,
                  const calendar::Moment& now) {
  if (known) {
    keep_time(outsider, *known);
    keep_attempts(outsider, *known);
  }
  if (!known || known->on != outsider.entry.on) refuse_ahead(outsider.entry, now);
  return adopted(std::move(outsider), known, assigner, track);
}

}  // namespace gradus::track
