#pragma once

#include "gradus/calendar/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::decisions {

// How somebody studies, in numbers. Shares are from 0 to 1.
struct StudyHabits {
  double hours_a_week;
  double hands_on_share;
  double on_weeknights_share;
};

// From the first to the second, both included; nullopt: no bound.
struct Bounds {
  std::optional<double> at_least{};
  std::optional<double> at_most{};

  [[nodiscard]] bool hold(double value) const;
};

// A way to study, and what the source thinks becomes of it.
struct CadenceProfile {
  std::string id;
  std::string title;
  std::string sign;
  std::optional<Bounds> hours_a_week;
  std::optional<Bounds> hands_on_share;
  std::optional<Bounds> on_weeknights_share;
  int retention_percent;    // of what was learnt, after 12 weeks
  int first_round_percent;  // passed the first round of interviews
  std::string advice;
};

// The profiles according to the source as of a day; its percentages are estimates, never a promise.
struct CadenceCatalogue {
  calendar::Date as_of;
  std::string source;
  std::vector<CadenceProfile> profiles;
};

// Reads data/catalog/cadence.json, or a file of that form. Throws Error with line and pointer.
[[nodiscard]] CadenceCatalogue read_cadence(std::string_view json);

// The first profile whose bounds all hold; nullptr if there is none.
[[nodiscard]] const CadenceProfile* find_profile(const CadenceCatalogue& catalogue,
                                                 const StudyHabits& habits);

}  // namespace gradus::decisions
