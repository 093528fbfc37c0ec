#include "track/gates_then_now.hpp"

#include "gradus/insight/gate_forecast.hpp"
#include "gradus/plan/arrange.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/verifications.hpp"
#include "gradus/track/gate.hpp"

#include "track/facts_before.hpp"

#include <algorithm>
#include <utility>

namespace gradus::track {
namespace {

using calendar::Date;

// The gate of a tier, or of the finish, judged on the journal as it was and as it is.
class GatesThenNow {
 public:
  GatesThenNow(const store::Store& store, const LoadedTrack& track, Date since, Date today)
      : track_(track),
        eve_(evening_before(since)),
        today_(today),
        facts_(store, track.id),
        before_(facts_, store::verifications(store, track.id), since) {}

  [[nodiscard]] insight::GateThenNow at_hand(const curriculum::Tier* tier, Date opened) const {
    const auto now = judged(tier, {today_, today_}, facts_);
    auto gate = then_now(tier, now.verdict, now.why);
    gate.opened = opened;
    return gate;
  }
  [[nodiscard]] insight::GateThenNow passed(const curriculum::Tier& tier,
                                            const rules::PassedGate& passed) const {
    auto gate = then_now(&tier, passed.verdict, {});
    gate.passed_on = passed.on;
    return gate;
  }

 private:
  // The explanations point into the verdict's criteria, which moving leaves where they are.
  struct Judged {
    rules::Verdict verdict;
    std::vector<rules::Explanation> why;
  };

  [[nodiscard]] insight::GateThenNow then_now(const curriculum::Tier* tier,
                                              const rules::Verdict& now,
                                              const std::vector<rules::Explanation>& why) const {
    const auto then = judged(tier, {eve_, eve_}, before_);
    return insight::gate_then_now(then.verdict, then.why, now, why);
  }

  [[nodiscard]] Judged judged(const curriculum::Tier* tier, const rules::AsOf& as_of,
                              const journal::Facts& facts) const {
    Judged result{verdict(tier, as_of, facts), {}};
    rules::Gate gate{.tier = std::nullopt,
                     .as_of = as_of,
                     .pace_from = insight::pace_from(as_of.today, track_.frame.start),
                     .others = {}};
    if (tier != nullptr) gate.tier = tier->id;
    result.why = rules::explain(gate, result.verdict, facts);
    return result;
  }

  [[nodiscard]] rules::Verdict verdict(const curriculum::Tier* tier, const rules::AsOf& as_of,
                                       const journal::Facts& facts) const {
    const auto& curriculum = track_.curriculum;
    if (tier == nullptr)
      return rules::check_finish(curriculum, plan::compression_at_finish(curriculum, track_.shape),
                                 as_of, facts, track_.waivers);
    return rules::check_tier(*tier, rules::state_of(track_.states, tier->id),
                             plan::compression_of(curriculum, track_.shape, tier->id), as_of, facts,
                             track_.waivers);
  }

  const LoadedTrack& track_;
  Date eve_;
  Date today_;
  store::StoredFacts facts_;
  FactsBefore before_;
};

}  // namespace

std::vector<insight::GateThenNow> gates_then_now(const store::Store& store,
                                                 const LoadedTrack& track, Date since, Date today) {
  const GatesThenNow judge(store, track, since, today);
  std::vector<insight::GateThenNow> gates;
  auto opened = track.frame.start;
  for (const auto& tier : track.curriculum.tiers) {
    const auto passed = passed_gate(store, track, tier);
    if (!passed) continue;
    opened = std::max(opened, passed->on);
    if (since <= passed->on && passed->on <= today) gates.push_back(judge.passed(tier, *passed));
  }
  const auto* const open = rules::open_tier(track.curriculum, track.states);
  auto at_hand = judge.at_hand(open, opened);
  if (!at_hand.criteria.empty()) gates.push_back(std::move(at_hand));
  return gates;
}

}  // namespace gradus::track
