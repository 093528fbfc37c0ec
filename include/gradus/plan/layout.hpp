#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/plan/plan.hpp"

#include <string>
#include <vector>

namespace gradus::plan {

// Days without study, both ends included.
struct Break {
  calendar::Date from;
  calendar::Date to;
  std::string note{};
};

// The one that holds the day; nullptr if none does.
[[nodiscard]] const Break* break_on(calendar::Date day, const std::vector<Break>& breaks);

struct Frame {
  calendar::Date start;
  calendar::Availability available;
  Fit fit = Fit::weekly;
  std::vector<Break> breaks{};
};

// Gives every week its days. A week's minutes fill the free slots in calendar order, a slot's
// hinted kind first, then reading, lab, review.
//
// `weekly`: a week starts 7 days after the previous one or the day after its last block, whichever
// is later, moved past breaks; no two weeks share a day. After a week of modules, the 7 days don't
// count. A week ends the day before the next; the last one six days after it began, or with its
// last block if that is later. `flow`: a week starts in what the slots of the previous one's last
// day have left, else the day after, moved past breaks. A week ends with its last block; one
// without minutes takes no time.
//
// Linear in the days covered. Throws Error when there is no capacity, or the calendar ends first.
[[nodiscard]] std::vector<WeekDates> lay_out(const std::vector<WeekLoad>& loads,
                                             const Frame& frame);

// Pairs loads with their dates, without warnings. Throws Error when their numbers differ.
[[nodiscard]] Plan join(calendar::Date start, std::vector<WeekLoad> loads,
                        std::vector<WeekDates> dates, calendar::Date baseline_finish);

}  // namespace gradus::plan
