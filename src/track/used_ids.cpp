#include "track/used_ids.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/store/timer.hpp"
#include "gradus/store/tracks.hpp"

#include <fmt/format.h>

#include <string_view>

namespace gradus::track {
namespace {

using curriculum::ItemKind;

class UseCollector {
 public:
  // Only the first use of an id is kept.
  void use(ItemKind kind, const std::string& id, const std::string& by) {
    used_.emplace(std::pair{kind, id}, by);
  }
  void use_criterion(const std::string& gate, const curriculum::CriterionId& criterion,
                     const std::string& by) {
    use(ItemKind::criterion, fmt::format("{}/{}", gate, criterion.text()), by);
  }
  template <class Ids>
  void use_all(ItemKind kind, const Ids& ids, const std::string& by) {
    for (const auto& id : ids) use(kind, id.text(), by);
  }

  [[nodiscard]] UsedIds ids() && { return std::move(used_); }

 private:
  UsedIds used_{};
};

void use_of_entries(UseCollector& collector, const store::NamedIds& named) {
  constexpr auto by = "entries";
  collector.use_all(ItemKind::tier, named.tiers, by);
  collector.use_all(ItemKind::week, named.weeks, by);
  collector.use_all(ItemKind::topic, named.topics, by);
  collector.use_all(ItemKind::artefact, named.artefacts, by);
  for (const auto& [tier, criterion] : named.criteria)
    collector.use_criterion(tier ? tier->text() : std::string(rules::finish_gate), criterion, by);
}

void use_of_gates(UseCollector& collector, const store::Store& store, const LoadedTrack& track) {
  for (const auto& passing : store::passings(store, track.id)) {
    collector.use(ItemKind::tier, passing.tier.text(), "passed");
    if (!passing.verdict) continue;  // damage, which gradus doctor reports
    for (const auto& criterion : passing.verdict->criteria)
      collector.use_criterion(passing.tier.text(), criterion.id, "its tier is passed");
  }
  for (const auto& waiver : track.waivers)
    collector.use_criterion(waiver.gate, waiver.criterion, "waived");
}

void use_of_plan(UseCollector& collector, const LoadedTrack& track) {
  constexpr auto by = "the plan";
  if (track.stack) collector.use(ItemKind::stack, track.stack->text(), "the track");
  for (const auto& [tier, weeks] : track.shape.weeks)
    collector.use(ItemKind::tier, tier.text(), by);
  collector.use_all(ItemKind::week, track.shape.repeats, by);
  collector.use_all(ItemKind::week, track.shape.trimmed, by);
  for (const auto& module : track.shape.modules)
    collector.use_all(ItemKind::week, module.weeks, fmt::format("module {}", module.id.text()));
}

void use_of_timer(UseCollector& collector, const store::Store& store, const LoadedTrack& track) {
  const auto timer = store::load_timer(store);
  if (!timer || timer->track != track.name) return;
  constexpr auto by = "the timer";
  if (timer->topic) collector.use(ItemKind::topic, timer->topic->text(), by);
  if (timer->week) collector.use(ItemKind::week, timer->week->text(), by);
}

}  // namespace

UsedIds used_ids(const store::Store& store, const LoadedTrack& track) {
  UseCollector collector;
  use_of_entries(collector, store::named_ids(store, track.id));
  use_of_gates(collector, store, track);
  use_of_plan(collector, track);
  use_of_timer(collector, store, track);
  return std::move(collector).ids();
}

}  // namespace gradus::track
