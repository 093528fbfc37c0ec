#include "gradus/lint/slots.hpp"
#include "gradus/text/id.hpp"

#include "lint/lints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace gradus::lint {
namespace {

bool is_empty(const Week& week) {
  return week.goals.empty() && week.problems.empty() && week.artefacts.empty() &&
         week.resources.empty();
}

void advise_on_emptiness(const Week& week, const text::Cursor& place) {
  if (!is_empty(week)) return;
  place.advise("the week is empty: no goals, problems, artefacts or resources",
               "add \"goals\": what the learner can do afterwards");
}

void advise_above(Minutes minutes, const Limits& limits, const text::Cursor& place) {
  if (!limits.hours_per_week) return;
  const int most = (*limits.hours_per_week)[1];
  if (minutes <= std::chrono::hours{most}) return;
  place.advise(fmt::format("more than the limit of {} hours a week", most),
               fmt::format("write at most {} minutes in all, or raise the limit", most * 60));
}

// The week's own minutes; the usual ones are judged once, where they are set.
void advise_on_minutes(const Week& week, const Limits& limits, const text::Cursor& minutes) {
  if (!minutes.present()) return;
  if (week.minutes.total() == Minutes{0}) {
    minutes.advise("a week with no study time",
                   "write its minutes, or remove the key to use the default");
  }
  advise_above(week.minutes.total(), limits, minutes);
}

void advise_on_usual_minutes(const CurriculumIndex& index, const text::Cursor& minutes) {
  const Curriculum& curriculum = index.curriculum();
  if (!index.sound(minutes) || !index.sound(index.root().child("limits"))) return;
  const Minutes total = curriculum.minutes.total();
  advise_above(total, curriculum.limits, minutes);
  if (!curriculum.limits.hours_per_week) return;
  const int least = (*curriculum.limits.hours_per_week)[0];
  if (total >= std::chrono::hours{least}) return;
  minutes.advise(fmt::format("less than the limit of {} hours a week", least),
                 fmt::format("write {} minutes or more in all, or lower the limit", least * 60));
}

bool has_rest_day(const calendar::Availability& available) {
  for (unsigned day = 0; day < 7; ++day)
    if (available.on(std::chrono::weekday{day}).empty()) return true;
  return false;
}

void advise_on_slots(const CurriculumIndex& index) {
  const Curriculum& curriculum = index.curriculum();
  const text::Cursor available = index.root().child("available");
  if (!index.sound(available)) return;
  if (index.sound(index.root().child("minutes")) && index.sound(index.root().child("tiers"))) {
    const text::Cursor place = curriculum.available ? available : index.root();
    for (const Misfit& misfit : misfits(curriculum)) place.advise(misfit.message, misfit.fix);
  }
  if (!curriculum.available) return;
  if (curriculum.limits.rest_day && !has_rest_day(*curriculum.available)) {
    available.advise("has a slot on every day, but the limits ask for a rest day",
                     "leave one day out, or remove \"rest_day\" from \"limits\"");
  }
}

void advise_on_length(const CurriculumIndex& index) {
  constexpr std::size_t shortest_month = 28;
  constexpr std::size_t longest_month = 31;
  const Curriculum& curriculum = index.curriculum();
  if (!curriculum.limits.months || !index.sound(index.root().child("tiers"))) return;
  std::size_t weeks = 0;
  for (const Tier& tier : curriculum.tiers) {
    if (tier.retired) continue;
    weeks += static_cast<std::size_t>(std::ranges::count(tier.weeks, false, &Week::retired));
  }
  const auto months = static_cast<std::size_t>(*curriculum.limits.months);
  if (weeks * 7 >= months * shortest_month) return;
  const std::size_t fits = weeks * 7 / longest_month;
  const text::Cursor limits = index.root().child("limits");
  limits.child("months").advise(
      fmt::format("its {} weeks can't fill {} months", weeks, months),
      fits == 0 ? "remove \"months\" from \"limits\"" : fmt::format("write {} or less", fits));
}

void advise_on_week(const CurriculumIndex& index, const Week& week, const text::Cursor& place) {
  if (week.retired || !index.sound(place)) return;
  advise_on_emptiness(week, place);
  advise_on_minutes(week, index.curriculum().limits, place.child("minutes"));
}

// The weeks as each stack changes them.
void advise_on_stacks(const CurriculumIndex& index) {
  const text::Cursor stacks = index.root().child("stacks");
  for (std::size_t i = 0; i < index.curriculum().stacks.size(); ++i) {
    const Stack& stack = index.curriculum().stacks[i];
    const text::Cursor place = stacks.item(i);
    const text::Cursor weeks = place.child("weeks");
    if (stack.retired || !weeks.is(text::Node::Kind::object)) continue;
    each_member(weeks, [&](const std::string& key, const text::Cursor& patch) {
      if (!text::is_id(key) || !index.sound(patch)) return;
      const Week& week = stack.weeks.at(WeekId{key});
      if (week.retired) return;
      const bool emptied =
          patch.node().find("goals") != nullptr || patch.node().find("artefacts") != nullptr ||
          patch.node().find("problems") != nullptr || patch.node().find("resources") != nullptr;
      if (emptied) advise_on_emptiness(week, patch);
      advise_on_minutes(week, index.curriculum().limits, patch.child("minutes"));
    });
  }
}

}  // namespace

void advise_on_weeks(const CurriculumIndex& index) {
  advise_on_usual_minutes(index, index.root().child("minutes"));
  advise_on_slots(index);
  advise_on_length(index);
  each_tier(index, [&](const Tier& tier, TierOrder, const text::Cursor& place) {
    const text::Cursor weeks = place.child("weeks");
    for (std::size_t i = 0; i < tier.weeks.size(); ++i)
      advise_on_week(index, tier.weeks[i], weeks.item(i));
  });
  advise_on_stacks(index);
  const text::Cursor exam = index.root().child("exam");
  if (index.curriculum().exam && index.sound(exam) && index.curriculum().exam->target == 0)
    exam.child("target").advise("a target of 0 is always met",
                                "write the passing score as a share, such as 0.8");
}

}  // namespace gradus::lint
