#include "plan/what_remains.hpp"

#include <algorithm>
#include <cstddef>

namespace gradus::plan {
namespace {

using curriculum::WeekMinutes;

// Takes up to so many minutes, of any kind; returns how many.
Minutes take(WeekMinutes& from, Minutes most) {
  Minutes taken{0};
  for (const auto kind : calendar::block_kinds) {
    const Minutes part = std::min(from.of(kind), most - taken);
    from.of(kind) -= part;
    taken += part;
  }
  return taken;
}

// Fills the rest; returns how many minutes did.
Minutes take_what_fits(WeekMinutes& from, WeekMinutes& rest) {
  const Minutes before = rest.total();
  settle(rest, from);
  return before - rest.total();
}

// A gate week was laid for what its gate lacked then, so nothing logged before fills it; what the
// gate still lacks once it has begun is in the next.
Remains of_gate_week(const WeekLoad& load, bool closed) {
  return {closed ? WeekMinutes{} : load.minutes, closed, Minutes{0}};
}

// `over`: what was logged beyond the weeks before, and then beyond this one.
Remains of_week(const WeekLoad& load, const WeekProgress& progress, bool passed,
                WeekMinutes& over) {
  WeekMinutes rest = load.minutes;
  WeekMinutes studied = progress.done;
  settle(rest, studied);
  // A repeated week is a lap of its own: what was logged for the first ones is behind it.
  const bool takes_surplus = !load.repeat;
  // The surplus would finish it. A week of no minutes needs none.
  const bool ends_here = takes_surplus && progress.complete_if_ended && rest.total() > Minutes{0} &&
                         rest.total() <= over.total();
  const bool complete = progress.complete_alone || ends_here || passed;
  // What filled a week that is complete by now stays with it, as far as the week lacked it.
  Minutes filled{0};
  if (takes_surplus)
    filled =
        complete ? take(over, std::min(progress.filled, rest.total())) : take_what_fits(over, rest);
  for (const auto kind : calendar::block_kinds) over.of(kind) += studied.of(kind);
  const bool studied_elsewhere = rest.total() == Minutes{0} && load.minutes.total() > Minutes{0};
  return {rest, complete || studied_elsewhere, filled};
}

}  // namespace

std::vector<Remains> what_remains(const std::vector<WeekLoad>& loads,
                                  const std::vector<WeekProgress>& progress,
                                  const std::set<curriculum::TierId>& passed) {
  std::vector<Remains> weeks;
  weeks.reserve(loads.size());
  WeekMinutes over;
  for (std::size_t i = 0; i < loads.size(); ++i) {
    const auto& load = loads[i];
    if (i == 0 || load.tier != loads[i - 1].tier) over = {};
    const bool is_passed = passed.contains(load.tier);
    weeks.push_back(load.gate ? of_gate_week(load, is_passed || progress.at(i).begun)
                              : of_week(load, progress.at(i), is_passed, over));
  }
  return weeks;
}

}  // namespace gradus::plan
