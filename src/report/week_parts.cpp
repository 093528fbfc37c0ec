#include "report/week_parts.hpp"

#include "gradus/report/views.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace gradus::report {

std::string title_text(const plan::PlanWeek& week) {
  std::string title = week.load.title + (week.load.repeat ? " (again)" : "");
  for (const auto& module : week.load.modules) title += " + " + module.text();
  return title;
}

std::vector<Bar> week_bars(const insight::Amounts& amounts) {
  std::vector<Bar> bars{{"Hours", static_cast<double>(amounts.actual.count()),
                         static_cast<double>(amounts.planned.count()),
                         done_text(amounts.actual, amounts.planned)}};
  if (amounts.problems > 0) {
    const int left = amounts.problems - amounts.problems_done;
    bars.push_back({"Problems", static_cast<double>(amounts.problems_done),
                    static_cast<double>(amounts.problems),
                    fmt::format("{} of {} solved", amounts.problems_done, amounts.problems) +
                        (left > 0 ? fmt::format(", {} to go", left) : "")});
  }
  return bars;
}

Bar criteria_bar(std::size_t met, std::size_t waived, std::size_t total) {
  return {"Gate", static_cast<double>(met), static_cast<double>(total),
          met_text(met, waived, total)};
}

}  // namespace gradus::report
