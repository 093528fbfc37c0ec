#include "report/day_grid.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace gradus::report {
namespace {

constexpr int days_of_week = 7;

// Up to two digits that count: 29.8 -> 30.
double rounded_up(double value) {
  constexpr double ten = 10;
  if (!(value > 0)) return value;
  const double unit = std::pow(ten, std::floor(std::log10(value)) - 1);
  return std::ceil(value / unit - 1e-9) * unit;
}

}  // namespace

DayGrid::DayGrid(const DayMap& map)
    : from_(map.from),
      days_(std::max(static_cast<int>((map.to - map.from).count()) + 1, 0)),
      into_week_(static_cast<int>((map.from.weekday() - std::chrono::Monday).count())),
      weeks_(static_cast<std::size_t>((into_week_ + days_ + days_of_week - 1) / days_of_week)) {
  double greatest = 0;
  constexpr double least = 1e-300;  // so that no fifth is nothing
  constexpr double most = 1e300;    // so that no sum is infinite
  for (const auto& [day, amount] : map.days)
    if (map.from <= day && day <= map.to && std::isfinite(amount) && amount >= least)
      greatest = std::max(greatest, amounts_[day] += std::min(amount, most));
  height_ = rounded_up(greatest / day_steps);
}

int DayGrid::offset(std::size_t week, int weekday) const {
  return static_cast<int>(week) * days_of_week + weekday - into_week_;
}

int DayGrid::step(std::size_t week, int weekday) const {
  const int day = offset(week, weekday);
  if (day < 0 || day >= days_) return -1;
  const auto found = amounts_.find(from_ + calendar::Days{day});
  if (found == amounts_.end()) return 0;
  const double steps = std::ceil(found->second / height_ - 1e-9);
  return static_cast<int>(std::clamp(steps, 1.0, static_cast<double>(day_steps)));
}

double DayGrid::up_to(int step) const {
  return height_ * step;
}

std::vector<DayGrid::Month> DayGrid::months(std::size_t apart) const {
  constexpr std::size_t letters = 3;
  const auto name = [](calendar::Date day) {
    return std::string(calendar::name(day.ymd().month()).substr(0, letters));
  };
  std::vector<Month> found;
  if (days_ > 0) found.push_back({0, name(from_)});
  for (int day = 1; day < days_; ++day) {
    const auto date = from_ + calendar::Days{day};
    if (date.ymd().day() != std::chrono::day{1}) continue;
    const auto week = static_cast<std::size_t>((into_week_ + day) / days_of_week);
    if (week < apart) found.clear();  // the first month gives way
    found.push_back({week, name(date)});
  }
  return found;
}

}  // namespace gradus::report
