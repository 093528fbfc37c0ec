#include "gradus/report/status.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/report/writers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>

namespace gradus::report {
namespace {

constexpr auto no_value = "-";

std::string of_week(const std::optional<insight::WeekValues>& week) {
  if (!week) return fmt::format("week={0} studied={0} planned={0} problems={0}", no_value);
  const auto amounts = insight::amounts(*week);
  return fmt::format(
      "week={} studied={} planned={} problems={}/{}", week->week.load.carries.front().week.text(),
      calendar::format_duration(amounts.actual), calendar::format_duration(amounts.planned),
      amounts.problems_done, amounts.problems);
}

// A name as one field: what reads the line parts it at its blanks.
std::string one_word(std::string_view name) {
  auto word = visible(name);
  std::ranges::replace(word, ' ', '_');
  return word;
}

calendar::Minutes left_of(const std::vector<insight::TodaysBlock>& blocks) {
  return std::transform_reduce(blocks.begin(), blocks.end(), calendar::Minutes{0}, std::plus<>(),
                               [](const insight::TodaysBlock& block) { return block.left(); });
}

}  // namespace

std::string status_line(const insight::Today& today, std::string_view track) {
  return fmt::format("day={} track={} tier={} {} today={} criteria={}/{} streak={} timer={}",
                     today.date.iso(), one_word(track),
                     today.tier == nullptr ? no_value : today.tier->id.text(), of_week(today.week),
                     calendar::format_duration(left_of(today.blocks)), today.criteria_met,
                     today.criteria_total, today.streak_weeks,
                     today.timer ? today.timer->timer.watch.started().time.text() : no_value);
}

}  // namespace gradus::report
