#include "gradus/journal/summary.hpp"

namespace gradus::journal {

Minutes studied_for(const StudyDays& days, const curriculum::WeekId& week) {
  Minutes sum{0};
  const auto found = days.find(week);
  if (found == days.end()) return sum;
  for (const auto& [on, minutes] : found->second) sum += minutes.total();
  return sum;
}

}  // namespace gradus::journal
