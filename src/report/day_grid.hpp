#pragma once

#include "gradus/report/chart.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace gradus::report {

inline constexpr int day_steps = 5;

// A day map as columns of weeks, from Monday to Sunday.
class DayGrid {
 public:
  explicit DayGrid(const DayMap& map);

  [[nodiscard]] std::size_t weeks() const { return weeks_; }
  [[nodiscard]] bool empty() const { return height_ <= 0; }
  // 1 to 5: one for each fifth of the greatest amount, rounded up; 0 for a day without any. -1 for
  // a day that the map doesn't cover.
  [[nodiscard]] int step(std::size_t week, int weekday) const;
  // The greatest amount that is drawn as that step.
  [[nodiscard]] double up_to(int step) const;
  // Weeks in which a month begins, with "Jan"; the first week has its month as well, unless the
  // next one follows too closely. `apart`: weeks that a name takes.
  struct Month {
    std::size_t week;
    std::string name;
  };
  [[nodiscard]] std::vector<Month> months(std::size_t apart) const;

 private:
  // May lie before the first day there is, so it is counted from the map's own first day.
  [[nodiscard]] int offset(std::size_t week, int weekday) const;

  calendar::Date from_;
  int days_;       // that the map covers
  int into_week_;  // days from Monday to the first one
  std::size_t weeks_;
  std::map<calendar::Date, double> amounts_;
  double height_ = 0;  // of a step
};

}  // namespace gradus::report
