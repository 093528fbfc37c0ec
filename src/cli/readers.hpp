#pragma once

// What is typed for options and arguments, as values. Each reader throws an Error that shows what
// was typed and how to write it.

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/moment.hpp"

#include "cli/session.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace gradus::cli {

// What was typed for an option or an argument.
struct Typed {
  std::string_view name;  // "--on", "LENGTH": for the message of a refusal
  const std::string& text;
  const Session& session;  // for what depends on today and the local clock
};

// Any day: ISO, yesterday, -3d, tue.
[[nodiscard]] calendar::Date read_any_day(const Typed& typed);
// A day to plan for: a weekday is the next one to come; tomorrow and +3d too.
[[nodiscard]] calendar::Date read_day_ahead(const Typed& typed);
// A day on which something was done: none in the future, and none that the local calendar skips.
[[nodiscard]] calendar::Date read_past_day(const Typed& typed);
// 00:00 to 23:59.
[[nodiscard]] calendar::TimeOfDay read_time(const Typed& typed);
// The calendar's day on which the local clock last showed the time: today's, or yesterday's while
// it is ahead. Of another day that --today names, that day.
[[nodiscard]] calendar::Date last_day_of(calendar::TimeOfDay time, const Session& session);
// 50m, 1h30m, 1.5h, 1:30.
[[nodiscard]] calendar::Minutes read_length(const Typed& typed);
// The same, and a bare number: where minutes are asked for by name, that is what it means.
[[nodiscard]] calendar::Minutes read_minutes(const Typed& typed);
// A number with decimals, in plain digits: not "1e3", "nan" or "0x10". The hint shows `example`.
[[nodiscard]] double read_decimal(const Typed& typed, std::string_view example);
// A mock exam's score, 0 to 1: up to 1 a fraction, up to 100 a percentage, or 74%, 37/50.
[[nodiscard]] double read_exam_score(const Typed& typed);
// A mock interview's score, 0 to 100: 70, 70% or 7/10.
[[nodiscard]] double read_interview_score(const Typed& typed);

// A reader of whole numbers from `least` to `most`.
[[nodiscard]] std::function<int(const Typed&)> whole_number(int least, int most);

// The time within a study day, by the learner's clock: what is before `day_start` lies in the night
// after. Throws as local_moment.
[[nodiscard]] calendar::Moment moment_within(calendar::Date study_day, calendar::TimeOfDay time,
                                             const Session& session);

// The moment by the learner's clock. Throws Error for a time that the clock skips.
[[nodiscard]] calendar::Moment local_moment(calendar::Date on, calendar::TimeOfDay time,
                                            const Session& session);

}  // namespace gradus::cli
