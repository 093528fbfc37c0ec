#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/decisions/table.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string_view>

namespace gradus::track {

// What a track knows that decisions ask for. Only what is asked for is read. nullopt: not known,
// or no such fact. The facts, with their units:
//   market            a market of the track's stack
//   portfolio         the catalogue's words in the titles of what was delivered; before that, what
//                     the stack runs on
//   hours_per_week    of the study time by weekday
//   weeks             left until the plan's finish, begun ones included
//   has               certificates whose badge was delivered, by id
//   certificates      how many those are, with those whose exam was paid for
//   jobs              applications with the status accepted, hired or started
//   tier              the open one's id
//   weeks_on_tier     whole weeks since it opened
//   courses           different paid ones of the last 12 weeks
//   paying            whether there is one
//   course_usd        for courses in the first six months of the track
//   spent_usd         in all
//   study_hours       a week, by the last weeks with study
//   lab_share         of that, hands-on, 0 to 1
//   weekend_share     of that, on Saturdays and Sundays, 0 to 1
//   study_weeks       records of the plan weeks that are over: hours planned and actual
[[nodiscard]] std::optional<decisions::Value> known_fact(std::string_view fact,
                                                         const store::Store& store,
                                                         const LoadedTrack& track,
                                                         calendar::Date today);

}  // namespace gradus::track
