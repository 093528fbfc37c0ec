#include "gradus/track/record.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/assign_week.hpp"
#include "gradus/track/gate.hpp"
#include "gradus/track/modules.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gradus::track {
namespace {

// What an entry can change.
struct Judged {
  std::vector<plan::WeekProgress> weeks;  // one per plan week
  std::optional<rules::Verdict> gate;     // the current one, if an entry of the type counts for it
};

// Whether an entry of the type could move a criterion of the current gate.
bool counts_at_gate(curriculum::EntryType type, const LoadedTrack& track) {
  const auto* tier = rules::open_tier(track.curriculum, track.states);
  const auto& criteria = tier == nullptr ? track.curriculum.finish : tier->exit;
  return std::ranges::any_of(criteria, [&](const curriculum::Criterion& criterion) {
    return std::ranges::any_of(criterion.require, [&](const auto& wording) {
      return curriculum::could_count(wording.second, type);
    });
  });
}

Judged judge(const store::Store& store, const LoadedTrack& track, curriculum::EntryType type,
             calendar::Date today) {
  Judged judged{plan::progress(track.plan, study_asked(store, track), today), {}};
  if (counts_at_gate(type, track)) judged.gate = check_gate_at_hand(store, track, today);
  return judged;
}

// Gives the entry its week and tier. A signature for another tier belongs to that alone.
void assign(journal::Entry& entry, const NewEntry& wanted, const LoadedTrack& track,
            const WeekAssigner& assigner) {
  Place place;
  if (wanted.week) {
    place.week = named_week(track, *wanted.week);
    place.tier = curriculum::tier_of(track.curriculum, *place.week).id;
  } else {
    place = assigner.place(entry, Way::typed);
  }
  if (wanted.gate && (!place.tier || *wanted.gate != place.tier->text())) {
    if (*wanted.gate != rules::finish_gate) entry.tier.emplace(*wanted.gate);
    return;
  }
  entry.week = std::move(place.week);
  entry.tier = std::move(place.tier);
}

// The day the open tier opened, for an entry typed for a day before it.
std::optional<calendar::Date> opened_after(const journal::Entry& entry, const LoadedTrack& track,
                                           const Standing& standing) {
  const auto* open = rules::open_tier(track.curriculum, track.states);
  if (open == nullptr || entry.tier != open->id) return std::nullopt;
  std::optional<calendar::Date> opened;
  for (const auto& [tier, passed] : standing.passed_on)
    opened = std::max(opened.value_or(passed), passed);
  return opened && entry.on < *opened ? opened : std::nullopt;
}

std::optional<FilledWeek> filled_week(const journal::Entry& entry, const plan::Plan& plan,
                                      const Judged& before, const Judged& now) {
  if (entry.type() != curriculum::EntryType::session || !entry.week) return std::nullopt;
  std::optional<FilledWeek> filled;
  std::size_t carriers = 0;
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    if (!plan.weeks[i].load.carries_week(*entry.week)) continue;
    ++carriers;
    if (before.weeks.at(i).actual != now.weeks.at(i).actual)
      filled = FilledWeek{*entry.week, plan.weeks[i].number, false, now.weeks[i]};
  }
  if (filled) filled->only_one = carriers == 1;
  return filled;
}

std::optional<MovedCriterion> moved_criterion(const Judged& before, const Judged& now) {
  if (!before.gate) return std::nullopt;
  const auto moved = rules::moved(*before.gate, *now.gate);
  if (moved.empty()) return std::nullopt;
  auto shown = std::ranges::find(moved, rules::Status::pass, &rules::CriterionResult::status);
  if (shown == moved.end()) shown = moved.begin();
  return MovedCriterion{*shown, moved.size() - 1};
}

std::optional<calendar::Date> solved_before(const journal::Entry& entry, const store::Store& store,
                                            const LoadedTrack& track) {
  const auto* const problem = std::get_if<journal::Problem>(&entry.what);
  if (problem == nullptr) return std::nullopt;
  const auto solutions = store::solutions_of(store, track.id, problem->topic, problem->title);
  return solutions ? std::optional(solutions->newest) : std::nullopt;
}

std::optional<calendar::Date> delivered_before(const journal::Entry& entry,
                                               const store::Store& store,
                                               const LoadedTrack& track) {
  const auto* const artefact = std::get_if<journal::Artefact>(&entry.what);
  if (artefact == nullptr || !artefact->artefact) return std::nullopt;
  for (const auto& before : store::delivered(store, track.id))
    if (std::get<journal::Artefact>(before.what).artefact == artefact->artefact) return before.on;
  return std::nullopt;
}

}  // namespace

Recorded record(store::Store& store, const LoadedTrack& track, const NewEntry& wanted,
                calendar::Date today, calendar::Instant clock, const Warnings& warnings) {
  journal::Entry entry{.id = wanted.id,
                       .on = wanted.on,
                       .at = wanted.at,
                       .note = wanted.note,
                       .changed = clock,
                       .what = wanted.what};
  const auto before = judge(store, track, entry.type(), today);
  auto standing = read_standing(store, track);
  std::optional<calendar::Date> opened;
  const WeekAssigner assigner(track, standing);
  assign(entry, wanted, track, assigner);
  const bool beyond_rows = assigner.is_beyond_rows(entry);
  const auto* asking = assigner.asking_module(entry);
  if (!wanted.week) opened = opened_after(entry, track, standing);
  journal::check(entry);
  auto odd = entry_warnings(entry, store, track, warnings);
  odd.opened = opened;
  const auto solved = solved_before(entry, store, track);
  const auto delivered = delivered_before(entry, store, track);
  store::add_entry(store, track.id, entry);
  if (asking == nullptr) asking = assigner.asking_module(entry);  // the entry may have begun it
  const auto now = judge(store, track, entry.type(), today);
  return {.entry = entry,
          .short_id = store::short_id(store, entry.id),
          .week = filled_week(entry, track.plan, before, now),
          .moved = moved_criterion(before, now),
          .solved_before = solved,
          .delivered_before = delivered,
          .beyond_rows = beyond_rows && !solved,
          .locked = asking == nullptr && entry.tier && is_locked(*entry.tier, track),
          .module = asking == nullptr ? std::nullopt
                                      : std::optional(module_state(store, track, *asking, today)),
          .warnings = std::move(odd)};
}

}  // namespace gradus::track
