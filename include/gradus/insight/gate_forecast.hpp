#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::insight {

// What an unmet criterion is waiting for.
enum class Waits {
  one_off,        // something that can be done any day: a signature, an artefact, a good result
  pace,           // more of something done at a steady pace
  streak,         // days in a row
  too_early,      // likewise, but on less than two weeks of data no pace can be told
  no_pace,        // more of something not done at all recently
  unpredictable,  // what no pace leads to: a mean, an amount above its limit, a `not`
};
inline constexpr auto waits_names = named<Waits>({{Waits::one_off, "one_off"},
                                                  {Waits::pace, "pace"},
                                                  {Waits::streak, "streak"},
                                                  {Waits::too_early, "too-early"},
                                                  {Waits::no_pace, "no-pace"},
                                                  {Waits::unpredictable, "unpredictable"}});
[[nodiscard]] constexpr std::string_view name(Waits waits) {
  return waits_names.name(waits);
}

struct Wait {
  curriculum::CriterionId criterion;
  Waits waits;
  std::optional<calendar::Date> on{};  // the earliest day it can be met
  std::optional<double> a_week{};      // the pace
  std::string unit{};                  // the unit of the pace: "problems", "minutes", …
};

// The earliest day the gate can open, at the recent pace.
struct GateForecast {
  calendar::Date today;
  calendar::Date pace_from;
  std::vector<Wait> waits;             // one per criterion that is neither met nor waived
  std::optional<calendar::Date> on{};  // the latest of theirs; nullopt if any has none
};

// The number of days over which the pace is measured.
inline constexpr calendar::Days pace_days{28};
// The number of days under which there is no pace yet.
inline constexpr calendar::Days least_pace_days{14};

// The first of the last `pace_days` days, or the track's start if that is later.
[[nodiscard]] calendar::Date pace_from(calendar::Date today, calendar::Date start);

// A criterion that lacks `missing`, and gained `recent` in a number of days, takes missing / recent
// times as many more. For all parts it is the latest of their days, for any the earliest, for some
// N the Nth.
[[nodiscard]] GateForecast gate_forecast(const rules::Verdict& verdict,
                                         const std::vector<rules::Explanation>& explanations,
                                         calendar::Date today, calendar::Date pace_from);

}  // namespace gradus::insight
