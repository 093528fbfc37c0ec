#include "report/share_parts.hpp"

#include "report/phrases.hpp"
#include "report/progress_parts.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace gradus::report {

using insight::ProgressReport;

double Measured::share() const {
  return whole > 0 ? std::clamp(done / whole, 0.0, 1.0) : 1;
}

long long whole_hours(calendar::Minutes minutes) {
  return std::chrono::duration_cast<std::chrono::hours>(minutes).count();
}

std::vector<Measured> what_is_measured(const ProgressReport& progress) {
  std::vector<Measured> all{
      {"Tiers", static_cast<double>(progress.tiers_passed),
       static_cast<double>(progress.tiers.size()),
       fmt::format("{} of {} passed", progress.tiers_passed, progress.tiers.size())},
      {"Hours", static_cast<double>(progress.actual.count()),
       static_cast<double>(progress.planned.count()),
       fmt::format("{} of {} h studied", whole_hours(progress.actual),
                   whole_hours(progress.planned))}};
  if (progress.problems_target > 0)
    all.push_back({"Problems",
                   static_cast<double>(progress.problems_target - progress.problems_open),
                   static_cast<double>(progress.problems_target), solved_words(progress)});
  return all;
}

std::string where_words(const ProgressReport& progress) {
  const auto day = (progress.date - progress.start).count() + 1;
  if (day < 1) return fmt::format("It begins on {}", progress.start.iso());
  if (progress.finished_on)
    return fmt::format("Finished on {}, after {}", progress.finished_on->iso(),
                       counted((*progress.finished_on - progress.start).count() + 1, "day"));
  if (!progress.now.week) return fmt::format("Day {}", day);
  const auto& week = progress.now.week->week;
  return fmt::format("Day {} · week {} of {}: {}", day, week.number, progress.weeks_total,
                     title_text(week));
}

std::string last_weeks(const ProgressReport& progress) {
  constexpr std::size_t shown = 13;
  constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const auto& weeks = progress.hours.by_week;
  const auto first = weeks.size() > shown ? weeks.size() - shown : 0;
  long long most = 1;
  for (auto i = first; i < weeks.size(); ++i)
    most = std::max<long long>(most, weeks[i].minutes.total().count());
  std::string line;
  for (auto i = first; i < weeks.size(); ++i) {
    const auto minutes = std::max<long long>(weeks[i].minutes.total().count(), 0);
    const auto top = static_cast<long long>(heights.size()) - 1;
    line += minutes == 0 ? "·" : heights.at(static_cast<std::size_t>(minutes * top / most));
  }
  return line;
}

}  // namespace gradus::report
