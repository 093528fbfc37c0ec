#include "plan/what_remains.hpp"

#include <algorithm>
#include <cstddef>

namespace gradus::plan {
namespace {

using curriculum::WeekMinutes;

// Moves as many minutes of `from` as there are in `into` out of both.
void cancel(Minutes& from, Minutes& into) {
  const Minutes both = std::min(from, into);
  from -= both;
  into -= both;
}

// Takes what was studied off what is left, kind by kind first, then of any kind; what is over
// remains.
void settle(WeekMinutes& left, WeekMinutes& studied) {
  for (const auto kind : calendar::block_kinds) cancel(left.of(kind), studied.of(kind));
  for (const auto wanted : calendar::block_kinds)
    for (const auto kind : calendar::block_kinds) cancel(left.of(wanted), studied.of(kind));
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
    WeekMinutes rest = loads[i].minutes;
    WeekMinutes studied = progress.at(i).done;
    settle(rest, studied);
    const bool complete = progress[i].complete || passed.contains(loads[i].tier);
    if (!complete) settle(rest, over);
    for (const auto kind : calendar::block_kinds) over.of(kind) += studied.of(kind);
    const bool studied_elsewhere =
        rest.total() == Minutes{0} && loads[i].minutes.total() > Minutes{0};
    weeks.push_back({rest, complete || studied_elsewhere});
  }
  return weeks;
}

}  // namespace gradus::plan
