#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"

#include <string>
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

// A tier of up to four weeks.
[[nodiscard]] curriculum::Tier some_tier(const std::string& id);
// One of its two tiers may be compressed or stretched, have weeks to repeat, or a gate still to
// meet.
[[nodiscard]] plan::Shape some_shape(const curriculum::Curriculum& curriculum);
// Often while a week is under way.
[[nodiscard]] calendar::Date some_today(const plan::Plan& plan);
// The weeks up to some week are studied, or just not; of the others a few.
[[nodiscard]] journal::StudyDays some_log(const curriculum::Curriculum& curriculum,
                                          const plan::Plan& plan, calendar::Date today);

}  // namespace gradus::testing::random
