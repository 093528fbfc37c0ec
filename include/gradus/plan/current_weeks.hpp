#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace gradus::plan {

// Which curriculum week of a tier is current on a day: the first that was not studied by then. A
// week is studied when the minutes logged for it reach those that all plan weeks carrying it lay
// for it, or 80% of them once its dates are over; one of no minutes once its dates are over. What
// fills a plan week by the last re-plan counts as logged for the weeks it carries, in order. A
// repetition, and a week of modules, is a further lap: it comes in the plan's order, and asks for
// its minutes on top of those before.
class CurrentWeeks {
 public:
  CurrentWeeks(const Plan& plan, StudyDays studied);
  CurrentWeeks(const CurrentWeeks&) = delete;
  CurrentWeeks& operator=(const CurrentWeeks&) = delete;

  struct Current {
    curriculum::WeekId week;
    std::vector<std::size_t> carriers;  // indexes of the plan weeks that lay it, in order
    bool all_studied;                   // every week of the tier is: this is its last
  };
  // Throws Error when the plan has none of the tier's weeks.
  [[nodiscard]] Current on(calendar::Date day, const curriculum::TierId& tier) const;

  // More minutes for the week. Takes time by what the week lays, not by what was logged.
  void add(const curriculum::WeekId& week, calendar::Date day, curriculum::WeekMinutes minutes);

 private:
  struct Lap {
    curriculum::WeekId week;
    Minutes laid;
    Minutes filled;     // of those
    Minutes needed{0};  // `laid`, and that of all laps of the week before
    Minutes given{0};   // `filled` likewise
    calendar::Date to;
    std::vector<std::size_t> carriers;
    bool further;  // a repetition, or a week of modules
    std::optional<calendar::Date> studied_on{};
  };

  [[nodiscard]] std::optional<calendar::Date> studied_on(const Lap& lap) const;

  StudyDays studied_;
  std::map<curriculum::TierId, std::vector<Lap>> laps_{};
  std::map<curriculum::WeekId, std::vector<Lap*>> laps_of_{};
};

// The index of the plan week to show for it: the first of its carriers that is not complete, else
// the last. Once all weeks of the tier are studied, its gate weeks carry on from there.
[[nodiscard]] std::size_t current_plan_week(const Plan& plan, const CurrentWeeks::Current& current,
                                            const std::vector<WeekProgress>& progress);

}  // namespace gradus::plan
