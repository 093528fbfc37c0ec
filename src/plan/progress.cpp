#include "gradus/plan/progress.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace gradus::plan {
namespace {

using curriculum::WeekMinutes;

void take(WeekMinutes& from, WeekMinutes& into, calendar::BlockKind kind,
          Minutes most = Minutes::max()) {
  const Minutes taken = std::clamp(most, Minutes{0}, from.of(kind));
  from.of(kind) -= taken;
  into.of(kind) += taken;
}

// Moves minutes until `done` reaches what is planned: kind by kind first, then of any kind.
void fill(WeekMinutes& from, WeekMinutes& done, const WeekMinutes& planned) {
  const auto room = [&] { return planned.total() - done.total(); };
  for (const auto kind : calendar::block_kinds)
    take(from, done, kind, std::min(planned.of(kind) - done.of(kind), room()));
  for (const auto kind : calendar::block_kinds) take(from, done, kind, room());
}

// Takes off both what they have in common.
void cancel(Minutes& left, Minutes& studied) {
  const Minutes both = std::min(left, studied);
  left -= both;
  studied -= both;
}

bool complete(Minutes planned, Minutes actual, bool over) {
  if (planned == Minutes{0}) return over;
  return actual >= planned || (over && actual * 100 >= planned * 80);
}

// The plan weeks that carry a curriculum week.
struct Carriers {
  std::size_t order;  // of the curriculum week among those in the plan
  std::vector<std::size_t> weeks;
};

std::map<curriculum::WeekId, Carriers> carriers_in(const Plan& plan) {
  std::map<curriculum::WeekId, Carriers> carriers;
  for (std::size_t i = 0; i < plan.weeks.size(); ++i)
    for (const auto& id : plan.weeks[i].load.week_ids())
      carriers.try_emplace(id, Carriers{carriers.size(), {}}).first->second.weeks.push_back(i);
  return carriers;
}

// What was studied for a curriculum week on a day.
struct Study {
  calendar::Date on;
  WeekMinutes minutes;
  const Carriers* carriers;
};

// By day, and of one day in the curriculum's order.
std::vector<Study> in_order(const StudyDays& logged,
                            const std::map<curriculum::WeekId, Carriers>& carriers) {
  std::vector<Study> studies;
  for (const auto& [week, days] : logged) {
    const auto carried = carriers.find(week);
    if (carried == carriers.end()) continue;
    for (const auto& [on, minutes] : days) studies.push_back({on, minutes, &carried->second});
  }
  std::ranges::sort(studies, {},
                    [](const Study& study) { return std::pair(study.on, study.carriers->order); });
  return studies;
}

}  // namespace

std::vector<WeekProgress> progress(const Plan& plan, const StudyDays& logged,
                                   calendar::Date today) {
  std::vector<WeekProgress> result;
  for (const PlanWeek& week : plan.weeks)
    result.push_back({.planned = week.load.minutes.total(), .actual = {}, .complete = false});
  const auto carriers = carriers_in(plan);
  for (Study& study : in_order(logged, carriers)) {
    for (const auto i : study.carriers->weeks) {
      auto& so_far = result[i];
      const auto& week = plan.weeks[i];
      if (i == study.carriers->weeks.back()) {
        for (const auto kind : calendar::block_kinds) take(study.minutes, so_far.done, kind);
      } else if (!complete(so_far.planned, so_far.actual, study.on > week.dates.to)) {
        fill(study.minutes, so_far.done, week.load.minutes);
      }
      so_far.actual = so_far.done.total();
    }
  }
  for (std::size_t i = 0; i < result.size(); ++i) {
    auto& week = result[i];
    const auto& dates = plan.weeks[i].dates;
    const bool over = dates.to < today;
    week.filled = dates.filled;
    week.complete_alone = complete(week.planned, week.actual, over);
    week.complete = complete(week.planned, week.actual + dates.filled, over);
    week.begun = dates.first_day() < today;
    week.complete_if_ended = week.begun && complete(week.planned, week.actual, true);
  }
  return result;
}

std::map<curriculum::WeekId, Minutes> minutes_asked(const Plan& plan) {
  std::map<curriculum::WeekId, Minutes> asked;
  for (const PlanWeek& week : plan.weeks)
    for (const auto& id : week.load.week_ids()) asked[id] += week.load.minutes.total();
  return asked;
}

void settle(WeekMinutes& left, WeekMinutes& studied) {
  for (const auto kind : calendar::block_kinds) cancel(left.of(kind), studied.of(kind));
  for (const auto wanted : calendar::block_kinds)
    for (const auto kind : calendar::block_kinds) cancel(left.of(wanted), studied.of(kind));
}

WeekMinutes remaining(WeekMinutes planned, WeekMinutes done) {
  settle(planned, done);
  return planned;
}

const PlanWeek& week_on(const Plan& plan, calendar::Date day) {
  // By date: a week that keeps its dates may come after one that was later put before it.
  const PlanWeek* latest = nullptr;
  for (const PlanWeek& week : plan.weeks) {
    const auto from = week.dates.from;
    if (from <= day && (latest == nullptr || latest->dates.from < from)) latest = &week;
  }
  return latest == nullptr ? plan.weeks.front() : *latest;
}

namespace {

// The plan week of the day, or the next one if that is a gate week: the week that a gate week
// carries is over, and it may be dropped itself.
const PlanWeek& room_on(const Plan& plan, calendar::Date day) {
  const PlanWeek& now = week_on(plan, day);
  if (!now.load.gate) return now;
  const auto next = std::ranges::find_if(plan.weeks, [&](const PlanWeek& week) {
    return week.number > now.number && !week.load.gate && week.dates.to >= day;
  });
  return next == plan.weeks.end() ? now : *next;
}

}  // namespace

std::optional<curriculum::WeekId> late_home(const Plan& plan, const curriculum::Module& module,
                                            calendar::Date day) {
  const auto is_over = [&](const curriculum::WeekId& id) {
    return std::ranges::none_of(plan.weeks, [&](const PlanWeek& week) {
      return week.dates.to >= day && week.load.carries_week(id);
    });
  };
  if (std::ranges::none_of(module.weeks, is_over)) return std::nullopt;
  const auto ahead = std::ranges::find_if_not(module.weeks, is_over);
  return ahead == module.weeks.end() ? room_on(plan, day).load.carries.back().week : *ahead;
}

}  // namespace gradus::plan
