#pragma once

#include "gradus/plan/layout.hpp"

#include "support/curriculum_builder.hpp"
#include "support/print.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Plans and their parts in a line each.
namespace gradus::test {

inline constexpr std::string_view usual_availability =
    "tue=1h@19:00:read,wed=1h@19:00:read,thu=1h@19:00:read,sat=3h@09:00:lab,sun=1h@10:00:review";

inline calendar::Date day(std::string_view iso) {
  return calendar::Date::parse(iso).value();
}

// A week "w<number>" of the tier.
inline plan::WeekLoad load(int number, curriculum::WeekMinutes minutes = usual_minutes,
                           const std::string& tier = "sql") {
  const std::string id = "w" + std::to_string(number);
  return {
      curriculum::TierId{tier}, {{curriculum::WeekId{id}, minutes}}, id, false, minutes, {}, {}};
}

inline std::vector<plan::WeekLoad> loads(int weeks,
                                         curriculum::WeekMinutes minutes = usual_minutes) {
  std::vector<plan::WeekLoad> result;
  for (int number = 1; number <= weeks; ++number) result.push_back(load(number, minutes));
  return result;
}

inline plan::Frame frame(std::string_view start, std::string_view available = usual_availability,
                         plan::Fit fit = plan::Fit::weekly) {
  return {day(start), calendar::Availability::parse(available), fit, {}};
}

inline plan::Plan plan_of(const std::vector<plan::WeekLoad>& loads, const plan::Frame& frame) {
  const auto dates = plan::lay_out(loads, frame);
  return plan::join(frame.start, loads, dates, dates.back().to);
}

}  // namespace gradus::test
