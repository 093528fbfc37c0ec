#include "gradus/insight/week_values.hpp"

#include "gradus/insight/problem_rows.hpp"
#include "gradus/plan/current_weeks.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gradus::insight {
namespace {

// What was done, looked up by week and artefact.
class Done {
 public:
  Done(const Track& track, const Record& record) : curriculum_(track.curriculum) {
    for (const auto& count : record.problems)
      if (count.week) solved_[*count.week][{count.topic, count.difficulty}] += count.count;
    for (const auto& entry : record.delivered) {
      const auto* const artefact = std::get_if<journal::Artefact>(&entry.what);
      if (artefact != nullptr && artefact->artefact) delivered_.insert(*artefact->artefact);
    }
    for (const auto& tier : track.curriculum.tiers) {
      for (const auto& week : tier.weeks) {
        for (const auto& artefact : week.artefacts) known_.emplace(artefact.id, &artefact);
      }
    }
  }

  // The problems solved for a plan week's rows. To be asked for one plan week after the other: what
  // was solved for a curriculum week fills the plan weeks that carry it in order.
  [[nodiscard]] std::vector<ProblemProgress> take_problems(const plan::PlanWeek& week) {
    Solved solved;
    for (const auto& id : week.load.week_ids())
      for (const auto& [kind, count] : solved_[id]) solved[kind] += count;
    const auto before = solved;
    const auto filled = fill_rows(week.load.problems, solved);
    for (const auto& [kind, left] : solved) take(before.at(kind) - left, kind, week);

    std::vector<ProblemProgress> rows;
    for (std::size_t i = 0; i < filled.size(); ++i)
      rows.push_back({week.load.problems[i], filled[i]});
    return rows;
  }

  [[nodiscard]] std::vector<ArtefactProgress> artefacts(const plan::PlanWeek& week,
                                                        bool late) const {
    std::vector<ArtefactProgress> rows;
    for (const auto& id : week.load.artefacts) {
      const auto known = known_.find(id);
      rows.push_back({known != known_.end() ? *known->second
                                            : curriculum::find_artefact(curriculum_, id.text()),
                      week.dates.to, delivered_.contains(id), late && !delivered_.contains(id)});
    }
    return rows;
  }

 private:
  void take(int count, const Solved::key_type& kind, const plan::PlanWeek& week) {
    for (const auto& id : week.load.week_ids()) {
      auto& left = solved_[id][kind];
      const int taken = std::min(left, count);
      left -= taken;
      count -= taken;
    }
  }

  const curriculum::Curriculum& curriculum_;
  std::map<curriculum::WeekId, Solved> solved_{};
  std::set<curriculum::ArtefactId> delivered_{};
  std::map<curriculum::ArtefactId, const curriculum::Artefact*> known_{};
};

WeekValues values_of(const plan::PlanWeek& week, const plan::WeekProgress& progress, Done& done,
                     bool late) {
  return {.week = week,
          .progress = progress,
          .problems = done.take_problems(week),
          .artefacts = done.artefacts(week, late)};
}

}  // namespace

Amounts& Amounts::operator+=(const Amounts& other) {
  planned += other.planned;
  remaining += other.remaining;
  left += other.left;
  actual += other.actual;
  filled += other.filled;
  problems += other.problems;
  problems_done += other.problems_done;
  artefacts += other.artefacts;
  artefacts_done += other.artefacts_done;
  return *this;
}

namespace {

Minutes minutes_left(const WeekValues& week) {
  if (week.progress.complete) return Minutes{0};
  const auto& progress = week.progress;
  const auto open = std::max(progress.planned - progress.actual - progress.filled, Minutes{0});
  return std::min(open, week.week.dates.minutes());
}

}  // namespace

Amounts amounts(const WeekValues& week) {
  Amounts sum{.planned = week.progress.planned,
              .remaining = week.week.dates.minutes(),
              .left = minutes_left(week),
              .actual = week.progress.actual,
              .filled = week.progress.filled,
              .artefacts = week.artefacts.size()};
  for (const auto& [target, solved] : week.problems) {
    sum.problems += target.count;
    sum.problems_done += solved;
  }
  for (const auto& row : week.artefacts) sum.artefacts_done += row.delivered ? 1 : 0;
  return sum;
}

bool is_late(const plan::PlanWeek& week, const Track& track, calendar::Date today) {
  return week.dates.to < today &&
         rules::state_of(track.states, week.load.tier) != rules::TierState::locked;
}

bool WeekValues::done() const {
  const bool solved =
      std::ranges::all_of(problems, [](const auto& row) { return row.solved >= row.target.count; });
  return progress.complete && solved &&
         std::ranges::all_of(artefacts, &ArtefactProgress::delivered);
}

std::vector<curriculum::ProblemTarget> unsolved(const WeekValues& week) {
  std::vector<curriculum::ProblemTarget> kinds;
  for (const auto& [target, solved] : week.problems) {
    const int left = target.count - solved;
    if (left <= 0) continue;
    const auto same = std::ranges::find_if(kinds, [&row = target](const auto& kind) {
      return kind.topic == row.topic && kind.difficulty == row.difficulty;
    });
    if (same != kinds.end()) {
      same->count += left;
    } else {
      kinds.push_back({target.topic, target.difficulty, left});
    }
  }
  return kinds;
}

WeekValues week_values(const Track& track, const Record& record, std::size_t index,
                       calendar::Date today) {
  return plan_values(track, record, today).weeks.at(index);
}

PlanValues plan_values(const Track& track, const Record& record, calendar::Date today) {
  const auto progress = plan::progress(track.plan, record.study_days, today);
  Done done(track, record);
  std::map<curriculum::TierId, Amounts> by_tier;
  PlanValues values;
  values.weeks.reserve(track.plan.weeks.size());
  for (std::size_t i = 0; i < track.plan.weeks.size(); ++i) {
    const auto& week = track.plan.weeks[i];
    values.weeks.push_back(values_of(week, progress.at(i), done, is_late(week, track, today)));
    const auto sum = amounts(values.weeks.back());
    by_tier[track.plan.weeks[i].load.tier] += sum;
    values.total += sum;
  }
  if (const auto* open = rules::open_tier(track.curriculum, track.states)) {
    const auto now = plan::CurrentWeeks(track.plan, record.study_days).on(today, open->id);
    values.all_studied = now.all_studied;
    values.current = plan::current_plan_week(track.plan, now, progress);
    values.weeks[*values.current].current = true;
  }
  for (const auto& span : track.plan.tiers()) values.tiers.push_back({span, by_tier[span.tier]});
  for (const auto& count : record.problems)
    if (count.tier && by_tier.contains(*count.tier)) values.problems_beyond += count.count;
  values.problems_beyond -= values.total.problems_done;
  return values;
}

}  // namespace gradus::insight
