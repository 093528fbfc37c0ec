#pragma once

#include "gradus/calendar/named.hpp"
#include "gradus/insight/hours.hpp"
#include "gradus/insight/study_weeks.hpp"
#include "gradus/rules/explanation.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::insight {

enum class ForecastStatus { none, range, finished };
inline constexpr auto forecast_statuses =
    named<ForecastStatus>({{ForecastStatus::none, "none"},
                           {ForecastStatus::range, "range"},
                           {ForecastStatus::finished, "finished"}});
[[nodiscard]] constexpr std::string_view name(ForecastStatus status) {
  return forecast_statuses.name(status);
}

// Half of the futures are over by `p50`, eight in ten by `p80`; nullopt: further than
// `longest_weeks` ahead, or never.
struct Chances {
  std::optional<calendar::Date> p50{};
  std::optional<calendar::Date> p80{};
  [[nodiscard]] friend bool operator==(const Chances&, const Chances&) = default;
};

struct TierForecast {
  curriculum::TierId tier;
  Minutes remaining;  // of its weeks
  Chances opens;      // its gate
};

// One thing that the open gate lacks and that grows, and what the last weeks brought of it.
struct GatePace {
  curriculum::CriterionId criterion;
  std::string unit;
  double missing;
  double a_week;                // on average, over the weeks it was looked at
  std::vector<double> gains{};  // of each of those weeks, oldest first
};

// When the track's gates open and its hours are done, if the weeks to come are like those behind.
struct Forecast {
  calendar::Date date;
  ForecastStatus status;
  calendar::Date planned;          // the plan's finish
  std::vector<StudyWeek> weeks;    // what the draws are made from
  std::size_t with_study = 0;      // of those
  Minutes remaining{0};            // of all weeks of the plan
  calendar::Days breaks_ahead{0};  // days without study, up to the latest date named
  // The hours logged for each planned one of the tiers passed, and the finish if the rest takes as
  // many; nullopt while none is passed.
  std::optional<double> own_ratio{};
  Chances finish_at_own_ratio{};
  Chances finish{};                   // of the hours
  std::vector<TierForecast> tiers{};  // those not passed, in order
  std::vector<GatePace> gate{};       // of the open one
  // Criteria of the open gate that no pace leads to, or nothing was done for.
  std::vector<curriculum::CriterionId> no_pace{};
  std::optional<BurnUp> hours{};  // up to the date

  // Of the weeks that are drawn, as they count; nullopt without any.
  struct Weekly {
    double mean;  // minutes
    Minutes least;
    Minutes most;
  };
  [[nodiscard]] std::optional<Weekly> weekly() const;
  // How many of the weeks count in part, because their days hold less by now.
  [[nodiscard]] std::size_t scaled_weeks() const;
};

inline constexpr std::size_t least_weeks = 3;      // of data, with study in at least one
inline constexpr std::size_t longest_weeks = 520;  // ten years
inline constexpr std::size_t futures = 1000;       // the number of draws

// The spans in which growth is told apart for the open gate: the last eight weeks.
[[nodiscard]] std::vector<std::pair<calendar::Date, calendar::Date>> gate_spans(
    const std::vector<StudyWeek>& weeks);

// The open tier's gate with its reasons (rules::Gate::spans: gate_spans), or nothing once all are
// passed.
struct OpenGate {
  const rules::Verdict& verdict;
  const std::vector<rules::Explanation>& criteria;
};

// Draws futures from the learner's own weeks, each with the same chance (a bootstrap; the draws are
// the same every time) and by its share of the room there is now (StudyWeek::share): how many weeks
// the remaining hours take, and how many the open gate takes for what it lacks. That gate opens
// once both are there; a later one once its own hours are, and the weeks are over that the open one
// takes beyond its hours. The finish is of the hours alone. A number of weeks is that many times
// seven days from today on, breaks left out.
[[nodiscard]] Forecast forecast(const Track& track, const Record& record,
                                const std::optional<OpenGate>& gate, calendar::Date today);

}  // namespace gradus::insight
