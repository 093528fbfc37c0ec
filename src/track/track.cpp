#include "gradus/track/track.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/plan/arrange.hpp"
#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/overload.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/plan/warnings.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/exam_plans.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::track {

curriculum::Curriculum tailored(curriculum::Curriculum curriculum,
                                const std::optional<curriculum::StackId>& stack, bool beginner) {
  if (stack) curriculum = curriculum::with_stack(std::move(curriculum), *stack);
  if (beginner) curriculum = curriculum::with_beginner(std::move(curriculum));
  return curriculum;
}

curriculum::Curriculum load_curriculum(const store::Track& stored) {
  return tailored(curriculum::load_or_throw(stored.curriculum_text,
                                            fmt::format("the curriculum of {}", stored.name)),
                  stored.stack, stored.beginner);
}

curriculum::Module planned_module(const store::StoredModule& stored) {
  auto module =
      curriculum::load_module(stored.text, fmt::format("the module {}", stored.id.text()));
  if (stored.home) module.weeks = {*stored.home};
  return module;
}

namespace {

// Weeks of modules behind one home used to be several; what they had planned is now the first's.
bool is_further_modules_week(const std::string& key) {
  return key.find(".modules.") != std::string::npos;
}

void join(plan::WeekDates& week, const plan::WeekDates& further) {
  week.blocks.insert(week.blocks.end(), further.blocks.begin(), further.blocks.end());
  week.to = std::max(week.to, further.to);
  week.finished = week.finished && further.finished;
  week.filled += further.filled;
}

// The dates of the loads. An older plan may have weeks that are no longer laid: those that were
// saved, before curricula said where to, are left out.
std::vector<plan::WeekDates> stored_dates(const store::Store& store, store::TrackId track,
                                          const std::vector<plan::WeekLoad>& loads) {
  auto dates = store::load_plan(store, track);
  if (dates.size() <= loads.size()) return dates;
  const auto keys = store::planned_weeks(store, track);
  std::vector<plan::WeekDates> laid;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (std::ranges::find(loads, keys.at(i), &plan::WeekLoad::key) != loads.end())
      laid.push_back(std::move(dates[i]));
    else if (!laid.empty() && is_further_modules_week(keys[i]))
      join(laid.back(), dates[i]);
  }
  return laid;
}

}  // namespace

LoadedTrack load(const store::Store& store, const std::optional<std::string>& name) {
  const store::Track stored = store::find_track(store, name);
  auto curriculum = load_curriculum(stored);
  auto modules = store::load_modules(store, stored.id);
  auto shape = store::load_shape(store, stored.id);
  for (const auto& module : modules) shape.modules.push_back(planned_module(module));
  plan::Frame frame{stored.start, stored.available, stored.fit,
                    store::load_breaks(store, stored.id)};

  auto loads = plan::arrange(curriculum, shape);
  auto dates = stored_dates(store, stored.id, loads);
  auto plan = plan::assemble(frame, std::move(loads), std::move(dates),
                             store::baseline_finish(store, stored.id));
  return {insight::Track{.name = stored.name,
                         .curriculum = std::move(curriculum),
                         .stack = stored.stack,
                         .plan = std::move(plan),
                         .states = store::tier_states(store, stored.id),
                         .frame = std::move(frame),
                         .exam_plan = store::load_exam_plan(store, stored.id)},
          stored.id,
          stored.salt,
          std::move(shape),
          std::move(modules),
          stored.gate,
          store::waivers(store, stored.id)};
}

journal::StudyDays study_asked(const store::Store& store, const LoadedTrack& track) {
  return store::study_days_until(store, track.id, plan::minutes_asked(track.plan));
}

insight::Record read_record(const store::Store& store, const LoadedTrack& track) {
  return {.study_days = study_asked(store, track),
          .problems = store::problem_counts(store, track.id),
          .delivered = store::delivered(store, track.id),
          .by_day = store::study_by_day(store, track.id)};
}

insight::PlanValues plan_values(const store::Store& store, const LoadedTrack& track,
                                calendar::Date today) {
  return insight::plan_values(track, read_record(store, track), today);
}

const plan::PlanWeek& find_plan_week(const plan::Plan& plan, const std::string& id_or_number) {
  const auto is_called = [&](const plan::PlanWeek& week) {
    return std::to_string(week.number) == id_or_number ||
           std::ranges::any_of(week.load.carries,
                               [&](const auto& each) { return each.week.text() == id_or_number; });
  };
  const auto found = std::ranges::find_if(plan.weeks, is_called);
  if (found != plan.weeks.end()) return *found;
  std::vector<std::string> known;
  for (const auto& week : plan.weeks)
    for (const auto& id : week.load.week_ids()) known.push_back(id.text());
  const std::string near = text::did_you_mean(id_or_number, known);
  throw Error(fmt::format("the plan has no week \"{}\"", id_or_number),
              near.empty() ? fmt::format("give an id such as {}, or a number from 1 to {}",
                                         known.front(), plan.weeks.size())
                           : near);
}

curriculum::WeekId named_week(const insight::Track& track, const std::string& id_or_number) {
  const bool number =
      !id_or_number.empty() && id_or_number.find_first_not_of("0123456789") == std::string::npos;
  if (number) return find_plan_week(track.plan, id_or_number).load.carries.front().week;
  return curriculum::find_week(track.curriculum, id_or_number).id;
}

bool is_locked(const curriculum::TierId& tier, const insight::Track& track) {
  const auto& tiers = track.curriculum.tiers;
  const auto found = std::ranges::find(tiers, tier, &curriculum::Tier::id);
  return found != tiers.end() && !found->retired &&
         rules::state_of(track.states, tier) == rules::TierState::locked;
}

void warn(insight::Track& track, const store::Store& store, calendar::Date today) {
  track.plan.warnings = plan::warnings(track.plan, track.frame, track.curriculum.limits, today);
  plan::TrackPlan own{track.name, track.frame.available, {}};
  for (const auto& week : track.plan.weeks) own.weeks.push_back(week.dates);
  std::vector<plan::TrackPlan> others;
  for (auto& other : store::tracks(store)) {
    if (other.name == track.name || other.archived) continue;
    auto weeks = store::load_plan(store, other.id);
    others.push_back({std::move(other.name), std::move(other.available), std::move(weeks)});
  }
  if (auto warning = plan::overload(own, others, today))
    track.plan.warnings.push_back(*std::move(warning));
}

}  // namespace gradus::track
