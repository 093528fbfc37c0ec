#include "gradus/track/upgrade.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/carry_over.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/track/chosen_curriculum.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/gate.hpp"

#include "track/used_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::track {
namespace {

using curriculum::Curriculum;
using curriculum::ItemShift;

void refuse_another(const Curriculum& next, const store::Track& track) {
  if (next.id == track.curriculum) return;
  throw Error(fmt::format("the track {} follows the curriculum {}, but this is {}; nothing was "
                          "changed",
                          track.name, track.curriculum.text(), next.id.text()),
              "to add a track for another curriculum: gradus init --curriculum FILE");
}

void refuse_lost_ids(const std::vector<ItemShift>& items, const UsedIds& used) {
  constexpr std::size_t most = 8;
  std::vector<std::string> lost;
  for (const auto& shift : items) {
    if (!shift.gone()) continue;
    const auto use = used.find({shift.was->kind, shift.was->id});
    if (use != used.end())
      lost.push_back(
          fmt::format("{} {} ({})", curriculum::name(shift.was->kind), shift.was->id, use->second));
  }
  if (lost.empty()) return;
  const auto shown = lost.begin() + static_cast<std::ptrdiff_t>(std::min(most, lost.size()));
  throw Error(
      fmt::format("this version leaves out {} that the track uses: {}{}; nothing was changed",
                  lost.size() == 1 ? "an id" : "ids", fmt::join(lost.begin(), shown, ", "),
                  lost.size() > most ? fmt::format(" and {} more", lost.size() - most) : ""),
      "keep them in the file with \"retired\": true, so that their history stays");
}

// The new version as the track studies it. If it lacks the track's stack it is left as it is: it is
// refused later, along with any other ids that are missing.
Curriculum tailored_to(const LoadedTrack& before, Curriculum next, bool beginner) {
  const auto& stack = before.stack;
  const bool has_stack =
      stack && std::ranges::find(next.stacks, *stack, &curriculum::Stack::id) != next.stacks.end();
  return tailored(std::move(next), has_stack ? stack : std::nullopt, beginner);
}

// The files of the modules that stay, each with the week it was put into.
std::vector<store::StoredModule> carried_modules(const LoadedTrack& before,
                                                 const plan::Shape& carried) {
  std::vector<store::StoredModule> modules;
  modules.reserve(carried.modules.size());
  for (const auto& module : carried.modules) {
    auto stored = *std::ranges::find(before.modules, module.id, &store::StoredModule::id);
    const auto was = std::ranges::find(before.shape.modules, module.id, &curriculum::Module::id);
    if (was->weeks != module.weeks) stored.home = module.weeks.front();
    modules.push_back(std::move(stored));
  }
  return modules;
}

// The verdict on a tier; without criteria if the curriculum doesn't have the tier or retired it.
rules::Verdict verdict_on(const curriculum::TierId& id, const LoadedTrack& track,
                          const store::Store& store, calendar::Date today) {
  const auto& tiers = track.curriculum.tiers;
  const auto tier = std::ranges::find(tiers, id, &curriculum::Tier::id);
  if (tier == tiers.end() || tier->retired) return {};
  return check_gate(store, track, &*tier, today);
}

bool is_open(const LoadedTrack& track, const curriculum::TierId& tier) {
  const auto* const found = rules::open_tier(track.curriculum, track.states);
  return found != nullptr && found->id == tier;
}

bool all_passed(const LoadedTrack& track) {
  return rules::open_tier(track.curriculum, track.states) == nullptr;
}

// The shifts of gates that are not passed.
std::vector<insight::GateShift> gate_shifts(const Upgrade& upgrade, const store::Store& store,
                                            calendar::Date today) {
  const auto& before = upgrade.before;
  const auto& after = upgrade.after;
  std::vector<insight::GateShift> shifts;
  for (const auto& tier : after.curriculum.tiers) {
    const auto& id = tier.id;
    if (rules::state_of(after.states, id) == rules::TierState::passed) continue;
    shifts.push_back({id.text(), tier.title, is_open(before, id) || is_open(after, id),
                      rules::difference(verdict_on(id, before, store, today),
                                        verdict_on(id, after, store, today))});
  }
  const auto finish = check_gate(store, after, nullptr, today);
  shifts.push_back({finish.tier, finish.title, all_passed(before) || all_passed(after),
                    rules::difference(check_gate(store, before, nullptr, today), finish)});
  return shifts;
}

}  // namespace

Upgrade prepare_upgrade(const store::Store& store, const std::optional<std::string>& track,
                        const CurriculumText& file, calendar::Date today) {
  auto next = chosen_curriculum(file.text, file.name);
  const auto stored = store::find_track(store, track);
  refuse_another(next, stored);
  store::CurriculumCopy copy{next.version, curriculum::content_hash(file.text), file.text,
                             stored.beginner && next.beginner};
  const auto before = load(store, track);
  next = tailored_to(before, std::move(next), copy.beginner);
  auto items = curriculum::difference(before.curriculum, next);
  refuse_lost_ids(items, used_ids(store, before));

  auto carried = plan::carry_over(before.shape, before.plan, before.curriculum, next, today);
  auto after = before;
  after.states = rules::carry_over(next, before.states);
  after.plan = plan::changed_plan(
      before.plan, next, carried.shape, before.frame, today,
      {.passed = rules::passed_tiers(after.states), .logged = store::study_days(store, before.id)});
  after.curriculum = std::move(next);
  after.modules = carried_modules(before, carried.shape);
  after.shape = std::move(carried.shape);
  warn(after, store, today);
  return {.before = before,
          .after = std::move(after),
          .had = {stored.version, stored.hash, "", stored.beginner},
          .copy = std::move(copy),
          .items = std::move(items),
          .notes = std::move(carried.notes)};
}

insight::NewVersion new_version(const Upgrade& upgrade, const store::Store& store, bool what_if,
                                calendar::Date today) {
  return {.from = upgrade.had.version,
          .to = upgrade.copy.version,
          .items = upgrade.items,
          .recorded = store::named_ids(store, upgrade.before.id).weeks,
          .was = upgrade.before.states,
          .now = upgrade.after.states,
          .gates = gate_shifts(upgrade, store, today),
          .notes = upgrade.notes,
          .plan = {.before = upgrade.before.plan,
                   .frame_before = upgrade.before.frame,
                   .after = upgrade.after,
                   .frame = upgrade.after.frame,
                   .values = plan_values(store, upgrade.after, today),
                   .what_if = what_if}};
}

void save(store::Store& store, const Upgrade& upgrade, calendar::Instant clock) {
  const auto& after = upgrade.after;
  std::vector<std::pair<curriculum::TierId, rules::TierState>> tiers;
  tiers.reserve(after.curriculum.tiers.size());
  for (const auto& tier : after.curriculum.tiers)
    tiers.emplace_back(tier.id, rules::state_of(after.states, tier.id));
  store::replace_curriculum(store, after.id, upgrade.copy, tiers);
  store::save_shape(store, after.id, after.shape, after.modules);
  store::save_plan(store, after.id, after.plan, curriculum::artefact_titles(after.curriculum),
                   clock);
}

}  // namespace gradus::track
