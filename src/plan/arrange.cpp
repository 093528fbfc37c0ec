#include "gradus/plan/arrange.hpp"

#include "plan/cut.hpp"
#include "plan/module_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gradus::plan {
namespace {

using curriculum::Tier;
using curriculum::Week;
using curriculum::WeekId;

// A tier with the shape applied.
struct Tailored {
  const Shape& shape;
  const Tier& tier;
  std::vector<Week> own;  // its weeks that are not retired
  int plan_weeks;
  int taken_up;  // those of them that other tiers saved

  [[nodiscard]] int size() const { return static_cast<int>(own.size()); }
  [[nodiscard]] bool trims(const WeekId& week) const { return shape.trimmed.contains(week); }
};

Tailored tailor(const curriculum::Curriculum& curriculum, const Shape& shape, const Tier& tier) {
  Tailored result{shape,
                  tier,
                  {},
                  plan_weeks(curriculum, shape, tier),
                  weeks_taken_up(curriculum, shape, tier)};
  std::ranges::copy_if(tier.weeks, std::back_inserter(result.own),
                       [](const Week& week) { return !week.retired; });
  return result;
}

// Adds what a week asks for besides its time.
void take_targets(WeekLoad& load, const Week& week, bool trimmed) {
  for (const auto& row : week.problems)
    if (!trimmed || !row.top_up) load.problems.push_back(row);
  for (const auto& artefact : week.artefacts)
    if (!artefact.retired) load.artefacts.push_back(artefact.id);
}

void carry(WeekLoad& load, Carried carried, bool trimmed) {
  if (trimmed) carried.minutes.review = Minutes{0};
  for (const auto kind : calendar::block_kinds) load.minutes.of(kind) += carried.minutes.of(kind);
  load.carries.push_back(std::move(carried));
}

// A compressed tier has its share of minutes, and a closing one more for each week it takes up.
Share share_of(const Tailored& tier) {
  const int own = std::min(tier.plan_weeks - tier.taken_up, tier.size());
  return {own + tier.taken_up, tier.size()};
}

// The titles of the weeks that part k carries. The parts of one week are numbered.
std::string title_of(const std::vector<Part>& parts, std::size_t k,
                     const std::map<WeekId, std::string>& titles) {
  std::string title;
  const auto& carries = parts[k].carries;
  for (const Carried& each : carries) title += (title.empty() ? "" : " + ") + titles.at(each.week);
  if (carries.size() > 1) return title;
  const auto& only = carries.front().week;
  std::size_t begin = k;
  while (begin > 0 && parts[begin - 1].carries.back().week == only) --begin;
  std::size_t end = k + 1;
  while (end < parts.size() && parts[end].carries.front().week == only) ++end;
  return end - begin == 1 ? title : fmt::format("{}, {} of {}", title, k - begin + 1, end - begin);
}

// One row for each topic and difficulty; top-ups stay apart.
void join_rows(std::vector<curriculum::ProblemTarget>& rows) {
  std::vector<curriculum::ProblemTarget> joined;
  for (const auto& row : rows) {
    const auto same = std::ranges::find_if(joined, [&](const auto& other) {
      return other.topic == row.topic && other.difficulty == row.difficulty &&
             other.top_up == row.top_up;
    });
    if (same == joined.end())
      joined.push_back(row);
    else
      same->count += row.count;
  }
  rows = std::move(joined);
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
    WeekLoad load{tier.tier.id, {}, week.title, false, {}, {}, {}};
    carry(load, {week.id, week.minutes}, tier.trims(week.id));
    take_targets(load, week, tier.trims(week.id));
    loads.push_back(std::move(load));
  }
  return loads;
}

// The weeks are cut as if none were trimmed: trimming moves no week to another plan week.
std::vector<WeekLoad> rearranged(const Tailored& tier) {
  std::map<WeekId, std::string> titles;
  for (const Week& week : tier.own) titles.emplace(week.id, week.title);
  const auto parts = cut(tier.own, static_cast<std::size_t>(tier.plan_weeks), share_of(tier));
  std::vector<WeekLoad> loads;
  auto ending = tier.own.begin();
  for (std::size_t k = 0; k < parts.size(); ++k) {
    WeekLoad load{tier.tier.id, {}, title_of(parts, k, titles), false, {}, {}, {}};
    for (const Carried& each : parts[k].carries) carry(load, each, tier.trims(each.week));
    for (std::size_t i = 0; i < parts[k].ends; ++i, ++ending)
      take_targets(load, *ending, tier.trims(ending->id));
    loads.push_back(std::move(load));
  }
  if (tier.plan_weeks < tier.size() - tier.plan_weeks && !tier.tier.placed_problems.empty())
    place_problems(loads, tier.tier);
  for (WeekLoad& load : loads) join_rows(load.problems);
  return loads;
}

void append_repeats(std::vector<WeekLoad>& loads, const Tailored& tier) {
  for (const auto& again : tier.shape.repeats) {
    const auto week = std::ranges::find(tier.own, again, &Week::id);
    if (week == tier.own.end()) continue;
    WeekLoad load{tier.tier.id, {}, week->title, true, {}, {}, {}};
    carry(load, {week->id, week->minutes}, tier.trims(week->id));
    loads.push_back(std::move(load));
  }
}

// They belong to the tier's last week, and are of lab time alone.
void append_gate_weeks(std::vector<WeekLoad>& loads, const Tailored& tier) {
  const auto weeks = tier.shape.gate_weeks.find(tier.tier.id);
  if (weeks == tier.shape.gate_weeks.end() || tier.own.empty()) return;
  for (const Minutes minutes : weeks->second) {
    WeekLoad load{.tier = tier.tier.id,
                  .carries = {{tier.own.back().id, {.lab = minutes}}},
                  .title = fmt::format("{}: the gate", tier.tier.title),
                  .minutes = {.lab = minutes},
                  .problems = {},
                  .artefacts = {}};
    load.gate = true;
    loads.push_back(std::move(load));
  }
}

void name_weeks(std::vector<WeekLoad>& loads) {
  std::map<std::string, int> taken;
  for (WeekLoad& load : loads) {
    std::string key = load.carries.front().week.text();
    if (load.repeat) key += ".again";
    if (load.only_modules) key += ".modules";
    if (load.gate) key += ".gate";
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
    append_gate_weeks(of_tier, tailored);
    std::ranges::move(of_tier, std::back_inserter(loads));
  }
  add_modules(loads, shape.modules);
  name_weeks(loads);
  return loads;
}

}  // namespace gradus::plan
