#include "gradus/plan/arrange.hpp"

#include "plan/module_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace gradus::plan {
namespace {

using curriculum::Tier;
using curriculum::Week;
using curriculum::WeekMinutes;

// A tier with the shape applied.
struct Tailored {
  const curriculum::Curriculum& curriculum;
  const Shape& shape;
  const Tier& tier;
  std::vector<Week> own;  // its weeks that are not retired, trimmed if the learner chose that
  int plan_weeks;

  [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(own.size()); }
  // The first and last of its own weeks that plan week k carries.
  [[nodiscard]] std::int64_t first(std::int64_t k) const { return k * size() / plan_weeks; }
  [[nodiscard]] std::int64_t last(std::int64_t k) const {
    return ((k + 1) * size() + plan_weeks - 1) / plan_weeks - 1;
  }
};

Week trimmed(Week week) {
  week.minutes.review = Minutes{0};
  std::erase_if(week.problems, [](const auto& row) { return row.top_up; });
  return week;
}

Tailored tailor(const curriculum::Curriculum& curriculum, const Shape& shape, const Tier& tier) {
  Tailored result{curriculum, shape, tier, {}, plan_weeks(curriculum, shape, tier)};
  for (const Week& week : tier.weeks) {
    if (week.retired) continue;
    result.own.push_back(shape.trimmed.contains(week.id) ? trimmed(week) : week);
  }
  return result;
}

// Adds what a week asks for besides its time.
void take_targets(WeekLoad& load, const Week& week) {
  load.problems.insert(load.problems.end(), week.problems.begin(), week.problems.end());
  for (const auto& artefact : week.artefacts) {
    if (!artefact.retired) load.artefacts.push_back(artefact.id);
  }
}

// Study time in order, taken piece by piece.
class MinuteQueue {
 public:
  void append(const WeekMinutes& minutes) { weeks_.push_back(minutes); }

  [[nodiscard]] Minutes length() const {
    Minutes total{0};
    for (const WeekMinutes& week : weeks_) total += week.total();
    return total;
  }

  WeekMinutes cut(Minutes length) {
    WeekMinutes piece;
    while (length > Minutes{0} && next_ < weeks_.size()) {
      for (const auto kind : calendar::block_kinds) {
        const Minutes taken = std::min(weeks_[next_].of(kind), length);
        weeks_[next_].of(kind) -= taken;
        piece.of(kind) += taken;
        length -= taken;
      }
      if (weeks_[next_].total() == Minutes{0}) ++next_;
    }
    return piece;
  }

 private:
  std::vector<WeekMinutes> weeks_;
  std::size_t next_ = 0;
};

// The curriculum's usual minutes, without review if every week carried is trimmed.
WeekMinutes usual_minutes(const Tailored& tier, std::int64_t k) {
  WeekMinutes minutes = tier.curriculum.minutes;
  const auto begin = tier.own.begin();
  const bool all_trimmed =
      std::all_of(begin + tier.first(k), begin + tier.last(k) + 1,
                  [&](const Week& week) { return tier.shape.trimmed.contains(week.id); });
  if (all_trimmed) minutes.review = Minutes{0};
  return minutes;
}

// Compressed tiers have the usual minutes, and so does a closing one that only took up saved weeks.
bool has_usual_minutes(const Tailored& tier) {
  if (tier.plan_weeks < tier.size()) return true;
  return tier.tier.closing && !tier.shape.weeks.contains(tier.tier.id);
}

std::vector<WeekMinutes> share_minutes(const Tailored& tier) {
  std::vector<WeekMinutes> result;
  if (has_usual_minutes(tier)) {
    for (std::int64_t k = 0; k < tier.plan_weeks; ++k) result.push_back(usual_minutes(tier, k));
    return result;
  }
  MinuteQueue queue;
  for (const Week& week : tier.own) queue.append(week.minutes);
  if (tier.tier.closing) {
    const int saved = weeks_saved(tier.curriculum, tier.shape);
    for (int i = 0; i < saved; ++i) queue.append(tier.curriculum.minutes);
  }
  const std::int64_t length = queue.length().count();
  const std::int64_t weeks = tier.plan_weeks;
  for (std::int64_t k = 0; k < weeks; ++k) {
    result.push_back(queue.cut(Minutes{(k + 1) * length / weeks - k * length / weeks}));
  }
  return result;
}

std::string title_of(const Tailored& tier, std::int64_t k) {
  const auto first = tier.first(k);
  const auto last = tier.last(k);
  std::string title;
  for (auto i = first; i <= last; ++i) {
    title += (i == first ? "" : " + ") + tier.own.at(static_cast<std::size_t>(i)).title;
  }
  if (first != last || tier.plan_weeks <= tier.size()) return title;
  std::int64_t begin = k;
  while (begin > 0 && tier.last(begin - 1) >= first) --begin;
  std::int64_t end = k + 1;
  while (end < tier.plan_weeks && tier.first(end) <= first) ++end;
  return end - begin == 1 ? title : fmt::format("{}, {} of {}", title, k - begin + 1, end - begin);
}

// The rows of placed problems, spread over the tier's plan weeks.
void place_problems(std::vector<WeekLoad>& loads, const Tier& tier) {
  for (WeekLoad& load : loads) load.problems.clear();
  const std::size_t rows = tier.placed_problems.size();
  for (std::size_t i = 0; i < rows; ++i) {
    loads.at(i * loads.size() / rows).problems.push_back(tier.placed_problems[i]);
  }
}

// The tier in as many plan weeks as it has weeks: those weeks unchanged.
std::vector<WeekLoad> as_they_are(const Tailored& tier) {
  std::vector<WeekLoad> loads;
  for (const Week& week : tier.own) {
    WeekLoad load{tier.tier.id, {week.id}, week.title, false, week.minutes, {}, {}};
    take_targets(load, week);
    loads.push_back(std::move(load));
  }
  return loads;
}

std::vector<WeekLoad> rearranged(const Tailored& tier) {
  const auto minutes = share_minutes(tier);
  std::vector<WeekLoad> loads;
  std::int64_t ended = 0;  // the number of its own weeks that have ended
  for (std::int64_t k = 0; k < tier.plan_weeks; ++k) {
    WeekLoad load{
        tier.tier.id, {}, title_of(tier, k), false, minutes.at(static_cast<std::size_t>(k)),
        {},           {}};
    for (auto i = tier.first(k); i <= tier.last(k); ++i) {
      load.carries.push_back(tier.own.at(static_cast<std::size_t>(i)).id);
    }
    const auto next = k + 1 == tier.plan_weeks ? tier.size() : tier.first(k + 1);
    for (; ended < next; ++ended) {
      take_targets(load, tier.own.at(static_cast<std::size_t>(ended)));
    }
    loads.push_back(std::move(load));
  }
  if (tier.plan_weeks < tier.size() - tier.plan_weeks && !tier.tier.placed_problems.empty()) {
    place_problems(loads, tier.tier);
  }
  return loads;
}

void append_repeats(std::vector<WeekLoad>& loads, const Tailored& tier) {
  for (const auto& again : tier.shape.repeats) {
    const auto week = std::ranges::find(tier.own, again, &Week::id);
    if (week == tier.own.end()) continue;
    loads.push_back({tier.tier.id, {week->id}, week->title, true, week->minutes, {}, {}});
  }
}

void name_weeks(std::vector<WeekLoad>& loads) {
  std::map<std::string, int> taken;
  for (WeekLoad& load : loads) {
    std::string key = load.carries.front().text();
    if (load.repeat) key += ".again";
    if (load.only_modules) key += ".modules";
    const int count = ++taken[key];
    load.key = count == 1 ? key : fmt::format("{}.{}", key, count);
  }
}

}  // namespace

std::vector<WeekLoad> arrange(const curriculum::Curriculum& curriculum, const Shape& shape) {
  std::vector<WeekLoad> loads;
  for (const Tier& tier : curriculum.tiers) {
    if (tier.retired) continue;
    const Tailored tailored = tailor(curriculum, shape, tier);
    auto of_tier =
        tailored.plan_weeks == tailored.size() ? as_they_are(tailored) : rearranged(tailored);
    append_repeats(of_tier, tailored);
    std::ranges::move(of_tier, std::back_inserter(loads));
  }
  add_modules(loads, shape.modules, most_minutes_a_week(curriculum.limits));
  name_weeks(loads);
  return loads;
}

}  // namespace gradus::plan
