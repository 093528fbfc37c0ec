#include "gradus/track/start.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/error.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/plan/warnings.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/track/chosen_curriculum.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>
#include <vector>

namespace gradus::track {
namespace {

calendar::Date next_monday(calendar::Date today) {
  return today + (std::chrono::Monday - today.weekday());
}

std::optional<curriculum::StackId> choose_stack(const curriculum::Curriculum& curriculum,
                                                const std::optional<std::string>& wanted) {
  if (wanted) return curriculum::find_stack(curriculum, *wanted).id;
  if (curriculum.stacks.empty()) return std::nullopt;
  return curriculum.stacks.front().id;
}

calendar::Availability choose_availability(const curriculum::Curriculum& curriculum,
                                           const std::optional<calendar::Availability>& wanted) {
  if (wanted) return *wanted;
  return curriculum.available.value_or(calendar::usual_week());
}

std::vector<curriculum::TierId> tiers_in_order(const curriculum::Curriculum& curriculum) {
  std::vector<curriculum::TierId> ids;
  for (const auto& tier : curriculum.tiers)
    if (!tier.retired) ids.push_back(tier.id);
  return ids;
}

store::NewTrack describe_track(const CurriculumText& file, const curriculum::Curriculum& curriculum,
                               const Wishes& wishes, calendar::Date today) {
  return {.uid = {},  // set when it is stored
          .name = wishes.name.value_or(curriculum.id.text()),
          .curriculum = curriculum.id,
          .version = curriculum.version,
          .hash = curriculum::content_hash(file.text),
          .curriculum_text = file.text,
          .stack = choose_stack(curriculum, wishes.stack),
          .start = wishes.start.value_or(next_monday(today)),
          .available = choose_availability(curriculum, wishes.available),
          .fit = wishes.fit,
          .beginner = wishes.beginner.has_value()};
}

// The foundations in the requested number of weeks: at least half their own. No placement is
// needed, since nobody could have one.
plan::Shape foundations(std::optional<int> weeks, const curriculum::Curriculum& curriculum) {
  if (!weeks) return {};
  const auto& tier = *curriculum.beginner;
  if (*weeks >= plan::own_weeks(tier)) return plan::stretch({}, tier, *weeks);
  constexpr plan::Placement half{1, 2};
  const int least = plan::least_weeks(tier, half);
  if (*weeks < least)
    throw plan::Error(fmt::format("{} takes at least {} weeks, or {} at its usual pace",
                                  tier.id.text(), least, plan::own_weeks(tier)),
                      fmt::format("gradus init --beginner {}", least));
  return plan::compress({}, tier, *weeks, half);
}

std::optional<calendar::Date> last_day(const Wishes& wishes, calendar::Date start) {
  if (wishes.finish_by || !wishes.weeks) return wishes.finish_by;
  return start + calendar::Days{7 * *wishes.weeks - 1};
}

void refuse_second(const store::Store& store, const std::string& name) {
  if (!store::track_id(store, name)) return;
  throw rules::Error(fmt::format("the track \"{}\" already exists; nothing was changed", name),
                     "gradus plan shows it; to start another: gradus init --track NAME");
}

}  // namespace

NewRun plan_run(const CurriculumText& file, const Wishes& wishes, calendar::Date today) {
  auto loaded = chosen_curriculum(file.text, file.name);
  auto described = describe_track(file, loaded, wishes, today);
  journal::check_text("the track's name", described.name);
  auto curriculum = tailored(std::move(loaded), described.stack, described.beginner);
  auto shape = foundations(wishes.beginner, curriculum);
  const auto lay = [&](const plan::Frame& frame) {
    return plan::first_plan(curriculum, shape, frame);
  };
  const plan::Frame usual{described.start, described.available, described.fit};
  auto plan = [&] {
    const auto by = last_day(wishes, usual.start);
    if (!by) return lay(usual);
    auto accelerated = plan::finish_by(*by, usual.start, usual, curriculum.limits, lay);
    described.available = accelerated.frame.available;
    described.fit = accelerated.frame.fit;
    return std::move(accelerated.plan);
  }();
  insight::Track track{.name = described.name,
                       .curriculum = std::move(curriculum),
                       .stack = described.stack,
                       .plan = std::move(plan),
                       .states = {},
                       .frame = {described.start, described.available, described.fit}};
  track.plan.warnings = plan::warnings(track.plan, track.frame, track.curriculum.limits, today);
  return {std::move(described), std::move(track), std::move(shape)};
}

void start(store::Store& store, NewRun& run, const std::string& uid, calendar::Date today,
           calendar::Instant clock) {
  refuse_second(store, run.described.name);
  run.described.uid = uid;
  const auto id = store::add_track(store, run.described, tiers_in_order(run.track.curriculum));
  store::save_shape(store, id, run.shape, {});
  store::save_first_plan(store, id, run.track.plan,
                         curriculum::artefact_titles(run.track.curriculum), clock);
  run.track.states = store::tier_states(store, id);
  warn(run.track, store, today);
}

void rehearse_start(const store::Store& store, NewRun& run, calendar::Date today) {
  refuse_second(store, run.described.name);
  warn(run.track, store, today);
}

}  // namespace gradus::track
