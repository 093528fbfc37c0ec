#include "gradus/insight/week_values.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gradus::insight {
namespace {

using ProblemKind = std::pair<curriculum::TopicId, curriculum::Difficulty>;

// What was done, looked up by week, problem kind and artefact.
class Done {
 public:
  Done(const Track& track, const Record& record) : curriculum_(track.curriculum) {
    for (const auto& count : record.problems) {
      if (count.week) solved_[*count.week][{count.topic, count.difficulty}] += count.count;
    }
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

  // The problems solved for a plan week, allotted to its rows: first to the base rows, then to the
  // top-ups.
  [[nodiscard]] std::vector<ProblemProgress> problems(const plan::PlanWeek& week) const {
    auto solved = solved_for(week);
    std::vector<ProblemProgress> rows;
    for (const auto& target : week.load.problems) rows.push_back({target, 0});
    for (const bool top_up : {false, true}) {
      for (auto& row : rows) {
        if (row.target.top_up != top_up) continue;
        auto& left = solved[{row.target.topic, row.target.difficulty}];
        row.solved = std::min(row.target.count, left);
        left -= row.solved;
      }
    }
    return rows;
  }

  [[nodiscard]] std::vector<ArtefactProgress> artefacts(const plan::PlanWeek& week) const {
    std::vector<ArtefactProgress> rows;
    for (const auto& id : week.load.artefacts) {
      const auto known = known_.find(id);
      rows.push_back({known != known_.end() ? *known->second
                                            : curriculum::find_artefact(curriculum_, id.text()),
                      week.dates.to, delivered_.contains(id)});
    }
    return rows;
  }

 private:
  using Solved = std::map<ProblemKind, int>;

  [[nodiscard]] Solved solved_for(const plan::PlanWeek& week) const {
    Solved sum;
    for (const auto& id : week.load.week_ids()) {
      const auto found = solved_.find(id);
      if (found == solved_.end()) continue;
      for (const auto& [kind, count] : found->second) sum[kind] += count;
    }
    return sum;
  }

  const curriculum::Curriculum& curriculum_;
  std::map<curriculum::WeekId, Solved> solved_{};
  std::set<curriculum::ArtefactId> delivered_{};
  std::map<curriculum::ArtefactId, const curriculum::Artefact*> known_{};
};

WeekValues values_of(const plan::PlanWeek& week, const plan::WeekProgress& progress,
                     const Done& done) {
  return {.week = week,
          .progress = progress,
          .problems = done.problems(week),
          .artefacts = done.artefacts(week)};
}

}  // namespace

Amounts& Amounts::operator+=(const Amounts& other) {
  planned += other.planned;
  remaining += other.remaining;
  actual += other.actual;
  problems += other.problems;
  problems_done += other.problems_done;
  artefacts += other.artefacts;
  artefacts_done += other.artefacts_done;
  return *this;
}

Amounts amounts(const WeekValues& week) {
  Amounts sum{.planned = week.progress.planned,
              .remaining = week.week.dates.minutes(),
              .actual = week.progress.actual,
              .artefacts = week.artefacts.size()};
  for (const auto& [target, solved] : week.problems) {
    sum.problems += target.count;
    sum.problems_done += solved;
  }
  for (const auto& row : week.artefacts) sum.artefacts_done += row.delivered ? 1 : 0;
  return sum;
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
  const auto progress = plan::progress(track.plan, record.study_days, today);
  return values_of(track.plan.weeks.at(index), progress.at(index), Done(track, record));
}

PlanValues plan_values(const Track& track, const Record& record, calendar::Date today) {
  const auto progress = plan::progress(track.plan, record.study_days, today);
  const Done done(track, record);
  std::map<curriculum::TierId, Amounts> by_tier;
  PlanValues values;
  values.weeks.reserve(track.plan.weeks.size());
  for (std::size_t i = 0; i < track.plan.weeks.size(); ++i) {
    values.weeks.push_back(values_of(track.plan.weeks[i], progress.at(i), done));
    const auto sum = amounts(values.weeks.back());
    by_tier[track.plan.weeks[i].load.tier] += sum;
    values.total += sum;
  }
  for (const auto& span : track.plan.tiers()) values.tiers.push_back({span, by_tier[span.tier]});
  return values;
}

}  // namespace gradus::insight
