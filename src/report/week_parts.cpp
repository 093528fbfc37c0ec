#include "report/week_parts.hpp"

#include "gradus/report/views.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace gradus::report {

Solved solved_problems(const insight::WeekStanding& week) {
  Solved sum{0, 0};
  for (const auto& row : week.problems) {
    sum.solved += row.solved;
    sum.target += row.target.count;
  }
  return sum;
}

std::string title_text(const plan::PlanWeek& week) {
  std::string title = week.load.title + (week.load.repeat ? " (again)" : "");
  for (const auto& module : week.load.modules) title += " + " + module.text();
  return title;
}

Bar hours_bar(const plan::WeekProgress& progress) {
  return {"Hours",
          share(static_cast<double>(progress.actual.count()),
                static_cast<double>(progress.planned.count())),
          done_text(progress.actual, progress.planned)};
}

Bar problems_bar(const Solved& problems) {
  const int left = problems.target - problems.solved;
  return {"Problems", share(problems.solved, problems.target),
          fmt::format("{} of {} solved", problems.solved, problems.target) +
              (left > 0 ? fmt::format(", {} to go", left) : "")};
}

Bar criteria_bar(std::size_t met, std::size_t waived, std::size_t total) {
  return {"Gate", share(static_cast<double>(met), static_cast<double>(total)),
          met_text(met, waived, total)};
}

}  // namespace gradus::report
