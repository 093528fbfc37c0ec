#include "gradus/track/today.hpp"

#include "gradus/track/change_plan.hpp"
#include "gradus/track/gate.hpp"

namespace gradus::track {

insight::Today read_day(const store::Store& store, const LoadedTrack& track, calendar::Date day,
                        const std::optional<journal::RunningTimer>& timer) {
  return insight::today(track, read_record(store, track.id), check_gate_at_hand(store, track, day),
                        day, timer);
}

insight::Today read_today(const store::Store& store, const LoadedTrack& track, calendar::Date today,
                          const std::optional<journal::RunningTimer>& timer) {
  auto now = read_day(store, track, today, timer);
  if (now.gate_shut && !now.gate_planned)
    now.gate_moves_finish = unplanned_gate(track, store, today);
  return now;
}

}  // namespace gradus::track
