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

// What a criterion that holds up its gate is waiting for.
enum class Waits {
  one_off,        // one thing that can be done any day: a signature, an artefact, a good result
  pace,           // more of what was done at a steady pace
  streak,         // days in a row
  no_pace,        // more of what was not done at all lately
  unpredictable,  // what no pace leads to: a mean, an amount that is exceeded, a `not`
};
inline constexpr auto waits_names = named<Waits>({{Waits::one_off, "one_off"},
                                                  {Waits::pace, "pace"},
                                                  {Waits::streak, "streak"},
                                                  {Waits::no_pace, "no-pace"},
                                                  {Waits::unpredictable, "unpredictable"}});
[[nodiscard]] constexpr std::string_view name(Waits waits) {
  return waits_names.name(waits);
}

struct Wait {
  curriculum::CriterionId criterion;
  Waits waits;
  std::optional<calendar::Date> on{};  // the day it can be met at the soonest
  std::optional<double> a_week{};      // the pace
  std::string unit{};                  // of what decides: "problems", "minutes", …
};

// When the gate can open at the soonest, at the pace of the last days.
struct GateForecast {
  calendar::Date today;
  calendar::Date pace_from;
  std::vector<Wait> waits;             // of each criterion that is neither met nor waived
  std::optional<calendar::Date> on{};  // the latest of theirs; nullopt if one of them has none
};

// The days over which a pace is taken.
inline constexpr calendar::Days pace_days{28};

// From the first of the last `pace_days` days, or the track's start if that is later.
[[nodiscard]] calendar::Date pace_from(calendar::Date today, calendar::Date start);

// A criterion that lacks `missing`, of which `recent` came in so many days, takes another
// missing / recent times as many. For all parts it is the latest of theirs, for any the soonest,
// for some N the Nth.
[[nodiscard]] GateForecast gate_forecast(const rules::Verdict& verdict,
                                         const std::vector<rules::Explanation>& explanations,
                                         calendar::Date today, calendar::Date pace_from);

}  // namespace gradus::insight
