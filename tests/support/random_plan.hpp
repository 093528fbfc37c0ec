#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/plan/layout.hpp"

#include <vector>

// Random parts of a plan. Call these within a property.
namespace gradus::testing::random {

// One slot at least; up to three a day, hinted or not, with a time or not.
[[nodiscard]] calendar::Availability some_availability();
// Up to three, none on the day itself.
[[nodiscard]] std::vector<plan::Break> some_breaks(calendar::Date from);
[[nodiscard]] plan::Frame some_frame(calendar::Date start);
// Nothing of a kind is as likely as an amount.
[[nodiscard]] curriculum::WeekMinutes some_week_minutes();

}  // namespace gradus::testing::random
