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

}  // namespace

std::vector<Remains> what_remains(const std::vector<WeekLoad>& loads,
                                  const std::vector<WeekProgress>& progress,
                                  const std::set<curriculum::TierId>& passed) {
  std::vector<Remains> weeks;
  weeks.reserve(loads.size());
  WeekMinutes over;
  for (std::size_t i = 0; i < loads.size(); ++i) {
    if (i == 0 || loads[i].tier != loads[i - 1].tier) over = {};
    // Laid for what its gate lacked then, so nothing logged before fills it; what it still lacks is
    // in the next.
    if (loads[i].gate) {
      const bool closed = progress.at(i).begun || passed.contains(loads[i].tier);
      weeks.push_back({closed ? WeekMinutes{} : loads[i].minutes, closed, Minutes{0}});
      continue;
    }
    WeekMinutes rest = loads[i].minutes;
    WeekMinutes studied = progress.at(i).done;
    settle(rest, studied);
    // What was logged beyond the weeks before would finish it. A week of no minutes needs none.
    // A repeated week is a lap of its own: what was logged for the first ones is behind it.
    const bool takes_surplus = !loads[i].repeat;
    const bool ends_here = takes_surplus && progress[i].complete_if_ended &&
                           rest.total() > Minutes{0} && rest.total() <= over.total();
    const bool complete = progress[i].complete_alone || ends_here || passed.contains(loads[i].tier);
    // What filled a week that is complete by now stays with it, as far as the week lacked it.
    Minutes filled{0};
    if (takes_surplus)
      filled = complete ? take(over, std::min(progress[i].filled, rest.total()))
                        : take_what_fits(over, rest);
    for (const auto kind : calendar::block_kinds) over.of(kind) += studied.of(kind);
    const bool studied_elsewhere =
        rest.total() == Minutes{0} && loads[i].minutes.total() > Minutes{0};
    weeks.push_back({rest, complete || studied_elsewhere, filled});
  }
  return weeks;
}

}  // namespace gradus::plan
