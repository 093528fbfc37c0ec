#pragma once

#include "gradus/insight/progress_report.hpp"

#include <string>
#include <string_view>
#include <vector>

// What everybody may see of a report, in a few words each.
namespace gradus::report {

// One thing that is counted, against all there is of it.
struct Measured {
  std::string_view name;
  double done;
  double whole;       // if 0, all of it is done
  std::string words;  // "69 of 168 h studied"

  [[nodiscard]] double share() const;  // 0 to 1
};
// Tiers, hours, and problems where the curriculum asks for some.
[[nodiscard]] std::vector<Measured> what_is_measured(const insight::ProgressReport& progress);

// "Day 118 · week 6 of 24: Dialects and plans"
[[nodiscard]] std::string where_words(const insight::ProgressReport& progress);

// The hours of the last quarter's weeks as blocks, the newest at the end.
[[nodiscard]] std::string last_weeks(const insight::ProgressReport& progress);

[[nodiscard]] long long whole_hours(calendar::Minutes minutes);

}  // namespace gradus::report
