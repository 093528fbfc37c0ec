#include "cli/curriculum/takeover.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/plan/carry_over.hpp"
#include "gradus/plan/draft.hpp"
#include "gradus/store/entries.hpp"

#include "cli/curriculum/used_ids.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::cli {
namespace {

using curriculum::Curriculum;
using curriculum::ItemShift;

void refuse_another(const Curriculum& next, const store::Track& track) {
  if (next.id == track.curriculum) return;
  throw Error(fmt::format("the track {} follows the curriculum {}, and this is {}; nothing was "
                          "changed",
                          track.name, track.curriculum.text(), next.id.text()),
              "gradus init adds a track for another curriculum: gradus init --curriculum FILE");
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

// The new version as the track studies it. One without the track's stack is left as it is: that is
// refused with all the other ids that are lost.
Curriculum tailored_to(const OpenTrack& before, Curriculum next, bool beginner) {
  const auto& stack = before.track.stack;
  const bool has_stack =
      stack && std::ranges::find(next.stacks, *stack, &curriculum::Stack::id) != next.stacks.end();
  return tailored(std::move(next), has_stack ? stack : std::nullopt, beginner);
}

// The files of the modules that stay, each with the week it went into.
std::vector<store::StoredModule> carried_modules(const OpenTrack& before,
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

// The verdict on a tier, or on the finish; without criteria where the curriculum doesn't ask it.
rules::Verdict verdict_on(const curriculum::TierId& id, const OpenTrack& open,
                          const store::Store& store, calendar::Date today) {
  const auto& tiers = open.track.curriculum.tiers;
  const auto tier = std::ranges::find(tiers, id, &curriculum::Tier::id);
  if (tier == tiers.end() || tier->retired) return {};
  return check_gate(store, open, &*tier, today);
}

bool stands_open(const OpenTrack& open, const curriculum::TierId& tier) {
  const auto* const found = rules::open_tier(open.track.curriculum, open.track.states);
  return found != nullptr && found->id == tier;
}

bool all_passed(const OpenTrack& open) {
  return rules::open_tier(open.track.curriculum, open.track.states) == nullptr;
}

// Those that are not passed.
std::vector<report::GateShift> gate_shifts(const Takeover& takeover, const store::Store& store,
                                           calendar::Date today) {
  const auto& before = takeover.before;
  const auto& after = takeover.after;
  std::vector<report::GateShift> shifts;
  for (const auto& tier : after.track.curriculum.tiers) {
    const auto& id = tier.id;
    if (rules::state_of(after.track.states, id) == rules::TierState::passed) continue;
    shifts.push_back({id.text(), tier.title, stands_open(before, id) || stands_open(after, id),
                      rules::difference(verdict_on(id, before, store, today),
                                        verdict_on(id, after, store, today))});
  }
  const auto finish = check_gate(store, after, nullptr, today);
  shifts.push_back({finish.tier, finish.title, all_passed(before) || all_passed(after),
                    rules::difference(check_gate(store, before, nullptr, today), finish)});
  return shifts;
}

}  // namespace

Takeover take_over(const store::Store& store, const CurriculumFile& file, const Session& session) {
  auto next = curriculum::load_or_throw(file.text, file.name);
  const auto stored = store::find_track(store, session.track);
  refuse_another(next, stored);
  store::CurriculumCopy copy{next.version, curriculum::content_hash(file.text), file.text,
                             stored.beginner && next.beginner};
  const auto before = open_track(store, session);
  next = tailored_to(before, std::move(next), copy.beginner);
  auto items = curriculum::difference(before.track.curriculum, next);
  refuse_lost_ids(items, used_ids(store, before));

  const auto today = session.today;
  auto carried =
      plan::carry_over(before.shape, before.track.plan, before.track.curriculum, next, today);
  auto after = before;
  after.track.states = rules::carry_over(next, before.track.states);
  after.track.plan = plan::changed_plan(before.track.plan, next, carried.shape, before.frame, today,
                                        {.passed = rules::passed_tiers(after.track.states),
                                         .logged = store::minutes_by_week(store, before.id)});
  after.track.curriculum = std::move(next);
  after.modules = carried_modules(before, carried.shape);
  after.shape = std::move(carried.shape);
  warn_of_other_tracks(after.track.plan, after.track.name, after.frame.available, store, today);
  return {.before = before,
          .after = std::move(after),
          .had = {stored.version, stored.hash, "", stored.beginner},
          .copy = std::move(copy),
          .items = std::move(items),
          .notes = std::move(carried.notes)};
}

report::NewVersion new_version(const Takeover& takeover, const store::Store& store, bool what_if,
                               calendar::Date today) {
  return {.from = takeover.had.version,
          .to = takeover.copy.version,
          .items = takeover.items,
          .recorded = store::named_ids(store, takeover.before.id).weeks,
          .was = takeover.before.track.states,
          .now = takeover.after.track.states,
          .gates = gate_shifts(takeover, store, today),
          .notes = takeover.notes,
          .plan = {takeover.before.track.plan, takeover.after.track,
                   insight::plan_values(takeover.after.track,
                                        read_record(store, takeover.after.id, today), today),
                   what_if}};
}

}  // namespace gradus::cli
