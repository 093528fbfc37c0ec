#include "plan/what_remains.hpp"

#include <cstddef>

namespace gradus::plan {

std::vector<Remains> what_remains(const std::vector<WeekLoad>& loads,
                                  const std::vector<WeekProgress>& progress,
                                  const std::set<curriculum::TierId>& passed) {
  std::vector<Remains> weeks;
  weeks.reserve(loads.size());
  curriculum::WeekMinutes over;
  for (std::size_t i = 0; i < loads.size(); ++i) {
    if (i == 0 || loads[i].tier != loads[i - 1].tier) over = {};
    curriculum::WeekMinutes rest = loads[i].minutes;
    curriculum::WeekMinutes studied = progress.at(i).done;
    settle(rest, studied);
    // What was logged beyond the weeks before would finish it. A week of no minutes needs none.
    const bool ends_here =
        progress[i].complete_if_ended && rest.total() > Minutes{0} && rest.total() <= over.total();
    const bool complete = progress[i].complete_alone || ends_here || passed.contains(loads[i].tier);
    const Minutes own = rest.total();
    if (!complete) settle(rest, over);
    const Minutes filled = own - rest.total();
    for (const auto kind : calendar::block_kinds) over.of(kind) += studied.of(kind);
    const bool studied_elsewhere =
        rest.total() == Minutes{0} && loads[i].minutes.total() > Minutes{0};
    weeks.push_back({rest, complete || studied_elsewhere, filled});
  }
  return weeks;
}

}  // namespace gradus::plan
