#include "gradus/insight/study_weeks.hpp"

#include "gradus/plan/layout.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace gradus::insight {
namespace {

constexpr int days_a_week = 7;
constexpr std::size_t weeks_of_habits = 4;

bool is_weeknight(calendar::Date day) {
  return day.weekday() != std::chrono::Saturday && day.weekday() != std::chrono::Sunday;
}

void add(StudyWeek& week, const journal::StudyByDay& study, calendar::Date day) {
  const auto found = study.find(day);
  if (found == study.end()) return;
  for (const auto kind : calendar::block_kinds) week.minutes.of(kind) += found->second.of(kind);
  if (is_weeknight(day)) week.on_weeknights += found->second.total();
}

std::map<calendar::Date, Minutes> laid_by_day(const plan::Plan& plan) {
  std::map<calendar::Date, Minutes> laid;
  for (const auto& week : plan.weeks)
    for (const auto& block : week.dates.blocks) laid[block.on] += block.minutes;
  return laid;
}

}  // namespace

double StudyWeek::share() const {
  if (laid <= slots) return 1;
  return static_cast<double>(slots.count()) / static_cast<double>(laid.count());
}

Minutes StudyWeek::counted() const {
  if (laid <= slots) return minutes.total();
  return minutes.total() * slots.count() / laid.count();
}

std::vector<StudyWeek> study_weeks(const Track& track, const Record& record, calendar::Date today) {
  const auto laid = laid_by_day(track.plan);
  std::vector<StudyWeek> weeks;
  int days = 0;
  for (auto day = track.frame.start; day < today; day = day + calendar::Days{1}) {
    if (plan::break_on(day, track.frame.breaks) != nullptr) continue;
    if (days == 0) weeks.push_back({.from = day, .to = day, .minutes = {}});
    weeks.back().to = day;
    add(weeks.back(), record.by_day, day);
    if (const auto planned = laid.find(day); planned != laid.end())
      weeks.back().laid += planned->second;
    weeks.back().slots += track.frame.available.per_day(day.weekday());
    days = (days + 1) % days_a_week;
  }
  if (days != 0) weeks.pop_back();
  return weeks;
}

std::optional<Habits> habits(const std::vector<StudyWeek>& weeks) {
  std::vector<StudyWeek> studied;
  for (auto week = weeks.rbegin(); week != weeks.rend() && studied.size() < weeks_of_habits; ++week)
    if (week->minutes.total() > Minutes{0}) studied.push_back(*week);
  if (studied.empty()) return std::nullopt;
  Minutes all{0};
  Minutes read{0};
  Minutes on_weeknights{0};
  for (const auto& week : studied) {
    all += week.minutes.total();
    read += week.minutes.read;
    on_weeknights += week.on_weeknights;
  }
  const auto share = [all](Minutes of) {
    return static_cast<double>(of.count()) / static_cast<double>(all.count());
  };
  constexpr double minutes_an_hour = 60;
  return Habits{.weeks = static_cast<int>(studied.size()),
                .hours_a_week = static_cast<double>(all.count()) / minutes_an_hour /
                                static_cast<double>(studied.size()),
                .hands_on_share = share(all - read),
                .on_weeknights_share = share(on_weeknights),
                .last_day = studied.front().to};
}

}  // namespace gradus::insight
