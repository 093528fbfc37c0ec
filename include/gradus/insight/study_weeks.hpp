#pragma once

#include "gradus/insight/track.hpp"

#include <vector>

namespace gradus::insight {

// Seven days since the track's start, those of breaks left out.
struct StudyWeek {
  calendar::Date from;
  calendar::Date to;
  curriculum::WeekMinutes minutes;  // logged on those days, for whatever week
  Minutes on_weeknights{0};         // of those, from Monday to Friday
  Minutes laid{0};                  // that the plan had on those days
  Minutes slots{0};                 // that today's hours per weekday would give them

  // How much of such a week there is room for by now: the slots' share of what was laid, at most
  // all of it. Slots that hold more than before promise nothing.
  [[nodiscard]] double share() const;
  // What was logged, by that share.
  [[nodiscard]] Minutes counted() const;
};
// Those that are over before today, oldest first. They have nothing to do with the plan's weeks.
[[nodiscard]] std::vector<StudyWeek> study_weeks(const Track& track, const Record& record,
                                                 calendar::Date today);

// How the learner studies, by the last weeks.
struct Habits {
  int weeks;              // the number they are taken from
  double hours_a_week;    // on average
  double hands_on_share;  // of the time: all but reading
  double on_weeknights_share;
  calendar::Date last_day;  // of the newest of these weeks
};
// By the last four weeks with study; nullopt without any.
[[nodiscard]] std::optional<Habits> habits(const std::vector<StudyWeek>& weeks);

}  // namespace gradus::insight
