#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"

#include <set>
#include <vector>

// A second opinion on the dates of a plan, by the words of the planning rules and none of the code
// of gradus::plan: it goes day by day and minute by minute.
namespace gradus::testing::naive {

struct Week {
  plan::WeekLoad load;
  calendar::Date from;
  calendar::Date to;
  std::vector<plan::Block> blocks{};
  bool finished = false;
  calendar::Date counted_from = from;  // its 7 days
  plan::Minutes filled{0};             // by what was logged beyond the weeks before it
};

// The first plan.
[[nodiscard]] std::vector<Week> lay_out(const std::vector<plan::WeekLoad>& loads,
                                        const plan::Frame& frame);

// What was studied for the curriculum's weeks, the tiers that are passed, and the day it is.
struct Midway {
  journal::StudyDays studied;
  std::set<curriculum::TierId> passed;
  calendar::Date today;
};

// The plan once it is laid again for what remains.
[[nodiscard]] std::vector<Week> lay_again(const std::vector<Week>& weeks, const Midway& midway,
                                          const plan::Frame& frame);

}  // namespace gradus::testing::naive
