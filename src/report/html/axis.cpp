#include "report/html/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace gradus::report {
namespace {

using calendar::Date;
using calendar::Days;

constexpr int months_of_year = 12;

std::string_view month_text(std::chrono::month month) {
  constexpr std::size_t letters = 3;  // "Jan"
  return calendar::name(month).substr(0, letters);
}

// "30 Nov"
std::string day_and_month(Date day) {
  return fmt::format("{} {}", static_cast<unsigned>(day.ymd().day()),
                     month_text(day.ymd().month()));
}

// 1, 2 or 5 times a power of ten, so that about four steps cover the range.
double round_step(double range) {
  constexpr double steps = 4;
  constexpr double ten = 10;
  const double rough = range / steps;
  const double power = std::pow(ten, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0})
    if (times * power >= rough) return times * power;
  return ten * power;
}

std::vector<DayTick> weekly_ticks(Date from, Date to) {
  constexpr int week = 7;
  constexpr int weekly_up_to = 8 * week;  // then every second Monday
  const auto days = static_cast<int>((to - from).count());
  const auto into_week = static_cast<int>((from.weekday() - std::chrono::Monday).count());
  const int step = days > weekly_up_to ? 2 * week : week;
  std::vector<DayTick> ticks;
  for (int at = (week - into_week) % week; at <= days; at += step) {
    const auto day = from + Days{at};
    ticks.push_back({day, day_and_month(day)});
  }
  return ticks;
}

// Months since the year 0.
int month_index(Date day) {
  return static_cast<int>(day.ymd().year()) * months_of_year +
         static_cast<int>(static_cast<unsigned>(day.ymd().month())) - 1;
}

// So many months between ticks that there is about a dozen of them.
int months_step(int months) {
  constexpr int most = 12;
  for (const int step : {1, 2, 3, 6})
    if (months <= most * step) return step;
  const int years = months / months_of_year;
  return (years / most + 1) * months_of_year;
}

std::vector<DayTick> monthly_ticks(Date from, Date to) {
  const int step = months_step(month_index(to) - month_index(from));
  std::vector<DayTick> ticks;
  for (int at = month_index(from) / step * step; at <= month_index(to); at += step) {
    const std::chrono::year year{at / months_of_year};
    const std::chrono::month month{static_cast<unsigned>(at % months_of_year + 1)};
    if (!year.ok() || year < std::chrono::year{1}) continue;
    const Date day{year / month / 1};
    if (day < from) continue;
    ticks.push_back({day, month == std::chrono::January ? fmt::format("{}", static_cast<int>(year))
                                                        : std::string(month_text(month))});
  }
  return ticks;
}

}  // namespace

ValueAxis value_axis(double low, double high) {
  constexpr double greatest = 1e300;      // so that no difference is infinite
  constexpr double least_range = 1e-300;  // so that no step is nothing
  constexpr double most_ticks = 20;
  low = std::clamp(low, -greatest, greatest);
  high = std::clamp(high, -greatest, greatest);
  if (!(high - low >= least_range)) high = low + std::max(1.0, std::abs(low));
  const double step = round_step(high - low);
  const double from = std::floor(low / step) * step;
  const double steps = std::clamp(std::ceil((high - from) / step), 1.0, most_ticks);
  ValueAxis axis{from, from + steps * step, {}};
  for (int i = 0; i <= static_cast<int>(steps); ++i) axis.ticks.push_back(from + i * step);
  return axis;
}

std::string tick_text(double value, std::string_view unit) {
  return fmt::format("{:.6g}{}", value, unit);
}

std::vector<DayTick> day_ticks(Date from, Date to) {
  constexpr int in_weeks_up_to = 120;  // days
  auto ticks =
      (to - from).count() <= in_weeks_up_to ? weekly_ticks(from, to) : monthly_ticks(from, to);
  if (ticks.empty()) ticks.push_back({from, day_and_month(from)});
  return ticks;
}

}  // namespace gradus::report
