#pragma once

#include "gradus/decisions/cadence.hpp"
#include "gradus/insight/forecast.hpp"
#include "gradus/insight/pace.hpp"
#include "gradus/report/document.hpp"

#include <optional>
#include <string>

namespace gradus::report {

// The profile that the learner's habits fit, and who says what becomes of it.
struct Cadence {
  std::optional<decisions::CadenceProfile> profile;
  calendar::Date as_of;
  std::string source;
};

// Which parts of a pace are shown: all, or one. JSON always has all.
enum class PaceBy { all, week, topic, kind };

[[nodiscard]] Document view(const insight::Pace& pace, const Cadence& cadence, PaceBy by);
[[nodiscard]] std::string json(const insight::Pace& pace, const Cadence& cadence, PaceBy by);

[[nodiscard]] Document view(const insight::Forecast& forecast);
[[nodiscard]] std::string json(const insight::Forecast& forecast);

}  // namespace gradus::report
