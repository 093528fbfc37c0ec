#include "report/week_parts.hpp"

#include "gradus/report/views.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::report {

std::string title_text(const plan::PlanWeek& week) {
  std::string title = week.load.title + (week.load.repeat ? " (again)" : "");
  for (const auto& module : week.load.modules) title += " + " + module.text();
  return title;
}

std::vector<Bar> week_bars(const insight::Amounts& amounts) {
  const auto done = amounts.actual + amounts.filled;
  auto hours = done_text(done, amounts.planned);
  if (amounts.filled > calendar::Minutes{0})
    hours += fmt::format(" ({} from earlier weeks)", calendar::format_duration(amounts.filled));
  std::vector<Bar> bars{{"Hours", static_cast<double>(done.count()),
                         static_cast<double>(amounts.planned.count()), std::move(hours)}};
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

std::string unplanned_gate_text(const insight::Today& today) {
  if (!today.gate_shut || today.gate_planned) return {};
  const auto moves = today.gate_moves_finish.value_or(calendar::Days{0});
  return fmt::format("no time for this gate yet; gradus replan {}",
                     moves.count() > 0
                         ? fmt::format("moves the finish by {}", counted(moves.count(), "day"))
                         : std::string("gives it some"));
}

}  // namespace gradus::report
