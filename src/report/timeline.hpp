#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/insight/track.hpp"
#include "gradus/report/document.hpp"

#include <cstddef>
#include <string>

namespace gradus::report {

// The tiers of a plan, with its breaks, today and its first finish.
[[nodiscard]] Timeline timeline(const insight::Track& track, calendar::Date today);
// The weeks of the plan, with the same.
[[nodiscard]] Timeline timeline(const insight::ProgressReport& progress);

inline constexpr std::size_t usual_timeline = 48;  // columns

// A timeline drawn as a table whose bars are at most `width` columns wide.
[[nodiscard]] Table drawn(const Timeline& timeline, std::size_t width);

// The same for who sees no picture: the days it is about, and a row for each of its rows, breaks
// and marks with the days on which they begin and end.
[[nodiscard]] std::string extent_words(const Timeline& timeline);
[[nodiscard]] Table table_of_days(const Timeline& timeline);

// What the signs of such a table mean; empty where there are fewer than two.
[[nodiscard]] std::string legend(const Table& drawn_timeline);

}  // namespace gradus::report
