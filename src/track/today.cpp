#include "gradus/track/today.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/track/change_plan.hpp"
#include "gradus/track/exam.hpp"
#include "gradus/track/gate.hpp"
#include "gradus/track/modules.hpp"

#include <set>
#include <utility>
#include <vector>

namespace gradus::track {
namespace {

// A usual store has one track, and pays nothing.
std::vector<insight::TrackToday> elsewhere(const store::Store& store, const LoadedTrack& track,
                                           calendar::Date today) {
  std::vector<insight::TrackToday> others;
  for (const auto& other : store::tracks(store)) {
    if (other.archived || other.id == track.id) continue;
    auto blocks = read_day(store, load(store, other.name), today).blocks;
    std::erase_if(blocks, [](const auto& each) { return each.left() <= calendar::Minutes{0}; });
    if (!blocks.empty()) others.push_back({other.name, std::move(blocks)});
  }
  return others;
}

journal::MinutesByKind minutes_by_kind_on(const store::Store& store, const LoadedTrack& track,
                                          calendar::Date day) {
  auto minutes = store::minutes_by_kind(store, track.id, day);
  if (day == calendar::Date::last()) return minutes;
  for (const auto& [kind, after] : store::minutes_by_kind(store, track.id, day + calendar::Days{1}))
    minutes[kind] -= after;
  return minutes;
}

// Of the open tier's weeks.
journal::StudyDays last_days(const store::Store& store, const LoadedTrack& track,
                             calendar::Date day) {
  const auto* tier = rules::open_tier(track.curriculum, track.states);
  if (tier == nullptr) return {};
  std::set<curriculum::WeekId> weeks;
  for (const auto& week : tier->weeks) weeks.insert(week.id);
  constexpr calendar::Days a_week{7};
  const bool first = day - calendar::Date::first() < a_week;
  return store::study_days_since(store, track.id, weeks,
                                 first ? calendar::Date::first() : day - a_week);
}

}  // namespace

insight::Today read_day(const store::Store& store, const LoadedTrack& track, calendar::Date day,
                        const std::optional<journal::RunningTimer>& timer) {
  auto record = read_record(store, track);
  record.last_days = last_days(store, track, day);
  record.exam = exam_of_day(track);
  if (record.exam) record.mocks = recent_mocks(store, track, *record.exam, day);
  if (!track.exam_plan.on(day).empty()) record.on_the_day = minutes_by_kind_on(store, track, day);
  return insight::today(track, record, check_gate_at_hand(store, track, day), day, timer);
}

insight::Today read_today(const store::Store& store, const LoadedTrack& track, calendar::Date today,
                          const std::optional<journal::RunningTimer>& timer) {
  auto now = read_day(store, track, today, timer);
  if (now.gate_shut && !now.gate_planned)
    now.gate_moves_finish = unplanned_gate(track, store, today);
  if (now.week) now.modules = modules_of_week(store, track, now.week->week.load, today);
  now.elsewhere = elsewhere(store, track, today);
  return now;
}

}  // namespace gradus::track
