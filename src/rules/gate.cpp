#include "gradus/rules/gate.hpp"

#include "gradus/curriculum/module_checks.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradus::rules {
namespace {

bool holds(Status status) {
  return status == Status::pass || status == Status::waived;
}

// Whether both measured against the same bounds, part by part. A stored one keeps six digits.
bool ask_the_same(const Outcome& a, const Outcome& b) {
  constexpr double digits_kept = 1e-6;
  return std::abs(a.need - b.need) <= digits_kept && a.unit == b.unit &&
         std::ranges::equal(a.parts, b.parts, ask_the_same);
}

// Sets `ready` and `met` from the criteria.
void sum_up(Verdict& verdict) {
  verdict.ready = std::ranges::all_of(verdict.criteria, holds, &CriterionResult::status);
  verdict.met = static_cast<std::size_t>(
      std::ranges::count(verdict.criteria, Status::pass, &CriterionResult::status));
}

// The waiver in force for a gate's criterion, if there is one.
std::optional<Waiver> find_waiver(const Waivers& waivers, std::string_view gate,
                                  const curriculum::CriterionId& criterion, const AsOf& as_of) {
  const auto found = std::ranges::find_if(waivers, [&](const Waiver& waiver) {
    return waiver.gate == gate && waiver.criterion == criterion &&
           (!waiver.until || as_of.today <= *waiver.until) &&
           (!as_of.until || waiver.on <= *as_of.until);
  });
  if (found == waivers.end()) return std::nullopt;
  return *found;
}

std::vector<CriterionResult> check_each(const std::vector<curriculum::Criterion>& criteria,
                                        const std::optional<curriculum::TierId>& tier,
                                        curriculum::Compression compression, const AsOf& as_of,
                                        const journal::Facts& facts, const Waivers& waivers) {
  const std::string gate = tier ? tier->text() : std::string(finish_gate);
  std::vector<CriterionResult> results;
  for (const auto& criterion : criteria) {
    if (criterion.retired) continue;
    const Context context{tier, criterion.id, as_of.today, as_of.until};
    const auto& requirement = criterion.requirement(compression);
    auto outcome = evaluate(requirement, context, facts);
    auto status = status_of(outcome.truth);
    std::optional<Waiver> waiver;
    if (status != Status::pass) waiver = find_waiver(waivers, gate, criterion.id, as_of);
    if (waiver) status = Status::waived;
    results.push_back({criterion.id,
                       criterion.title,
                       status,
                       std::move(outcome),
                       criterion.how,
                       criterion.repeat,
                       std::move(waiver),
                       {},
                       requirement});
  }
  return results;
}

// Of alternatives, the outcome of the first that passes, else of the last.
Outcome telling_part(Outcome any) {
  auto& parts = any.parts;
  const auto passing = std::ranges::find(parts, Truth::pass, &Outcome::truth);
  return passing == parts.end() ? std::move(parts.back()) : std::move(*passing);
}

}  // namespace

Status status_of(Truth truth) {
  switch (truth) {
    case Truth::pass:
      return Status::pass;
    case Truth::fail:
      return Status::fail;
    case Truth::unknown:
      break;
  }
  return Status::unknown;
}

const curriculum::Tier* open_tier(const curriculum::Curriculum& curriculum,
                                  const TierStates& states) {
  const auto is_open = [&](const curriculum::Tier& tier) {
    const auto state = states.find(tier.id);
    return !tier.retired && state != states.end() && state->second == TierState::open;
  };
  const auto found = std::ranges::find_if(curriculum.tiers, is_open);
  return found == curriculum.tiers.end() ? nullptr : &*found;
}

std::set<curriculum::TierId> passed_tiers(const TierStates& states) {
  std::set<curriculum::TierId> passed;
  for (const auto& [tier, state] : states) {
    if (state == TierState::passed) passed.insert(tier);
  }
  return passed;
}

TierState state_of(const TierStates& states, const curriculum::TierId& tier) {
  const auto found = states.find(tier);
  return found == states.end() ? TierState::locked : found->second;
}

const curriculum::Tier* next_tier(const curriculum::Curriculum& curriculum,
                                  const TierStates& states, const curriculum::TierId& tier) {
  const auto found = std::ranges::find_if(curriculum.tiers, [&](const curriculum::Tier& each) {
    return !each.retired && each.id != tier && state_of(states, each.id) != TierState::passed;
  });
  return found == curriculum.tiers.end() ? nullptr : &*found;
}

TierStates carry_over(const curriculum::Curriculum& curriculum, const TierStates& states) {
  TierStates carried;
  bool opened = false;
  for (const auto& tier : curriculum.tiers) {
    auto state = TierState::locked;
    if (state_of(states, tier.id) == TierState::passed) {
      state = TierState::passed;
    } else if (!opened && !tier.retired) {
      state = TierState::open;
      opened = true;
    }
    carried.emplace(tier.id, state);
  }
  return carried;
}

Verdict check_tier(const curriculum::Tier& tier, TierState state,
                   curriculum::Compression compression, const AsOf& as_of,
                   const journal::Facts& facts, const Waivers& waivers) {
  Verdict verdict{.tier = tier.id.text(),
                  .title = tier.title,
                  .state = state,
                  .ready = false,
                  .met = 0,
                  .criteria = check_each(tier.exit, tier.id, compression, as_of, facts, waivers),
                  .overdue = as_of.overdue()};
  sum_up(verdict);
  return verdict;
}

std::vector<CriterionResult> moved(const Verdict& before, const Verdict& after) {
  std::vector<CriterionResult> results;
  for (const auto& now : after.criteria) {
    const auto then = std::ranges::find(before.criteria, now.id, &CriterionResult::id);
    const bool same = then != before.criteria.end() && then->status == now.status &&
                      then->outcome.have == now.outcome.have;
    if (!same) results.push_back(now);
  }
  return results;
}

std::vector<CriterionResult> lapsed(const Verdict& then, const Verdict& now) {
  std::vector<CriterionResult> results;
  for (const auto& criterion : now.criteria) {
    const auto before = std::ranges::find(then.criteria, criterion.id, &CriterionResult::id);
    if (before != then.criteria.end() && before->status == Status::pass &&
        !holds(criterion.status) && ask_the_same(before->outcome, criterion.outcome))
      results.push_back(criterion);
  }
  return results;
}

std::vector<CriterionShift> difference(const Verdict& before, const Verdict& after) {
  std::vector<CriterionShift> shifts;
  shifts.reserve(after.criteria.size());
  for (const auto& now : after.criteria) {
    CriterionShift shift{std::nullopt, now};
    const auto was = std::ranges::find(before.criteria, now.id, &CriterionResult::id);
    if (was != before.criteria.end()) shift.was = *was;
    shifts.push_back(std::move(shift));
  }
  for (const auto& was : before.criteria) {
    if (std::ranges::find(after.criteria, was.id, &CriterionResult::id) == after.criteria.end())
      shifts.push_back({was, std::nullopt});
  }
  return shifts;
}

std::size_t waived(const Verdict& verdict) {
  return static_cast<std::size_t>(
      std::ranges::count(verdict.criteria, Status::waived, &CriterionResult::status));
}

std::size_t unmet(const Verdict& verdict) {
  return verdict.criteria.size() - verdict.met - waived(verdict);
}

Placed check_placement(const curriculum::Tier& tier, calendar::Date first_week_ends,
                       const journal::Facts& facts) {
  Placed placed{0, 0};
  for (const auto& criterion : tier.exit) {
    if (criterion.retired) continue;
    ++placed.total;
    const Context context{tier.id, criterion.id, first_week_ends, first_week_ends};
    const auto& require = criterion.requirement(curriculum::Compression::regular);
    if (signed_for_placement(tier.id, criterion.id, facts) ||
        evaluate(require, context, facts).truth == Truth::pass)
      ++placed.met;
  }
  return placed;
}

Verdict check_finish(const curriculum::Curriculum& curriculum, curriculum::Compression compression,
                     const AsOf& as_of, const journal::Facts& facts, const Waivers& waivers) {
  Verdict verdict{
      .tier = std::string(finish_gate),
      .title = "Finish",
      .state = TierState::open,
      .ready = false,
      .met = 0,
      .criteria = check_each(curriculum.finish, std::nullopt, compression, as_of, facts, waivers),
      .overdue = as_of.overdue()};
  sum_up(verdict);
  return verdict;
}

Verdict check_module(const curriculum::Module& module, const AsOf& as_of,
                     const journal::Facts& facts) {
  Verdict verdict{.tier = module.id.text(),
                  .title = module.title,
                  .state = TierState::open,
                  .ready = false,
                  .met = 0,
                  .criteria = {}};
  verdict.criteria.reserve(module.checks.size());
  for (const auto& check : module.checks) {
    const Context context{std::nullopt, check.id, as_of.today, as_of.until};
    auto outcome = evaluate(curriculum::requirement_of(module, check), context, facts);
    const auto status = status_of(outcome.truth);
    verdict.criteria.push_back({.id = check.id,
                                .title = check.title,
                                .status = status,
                                .outcome = telling_part(std::move(outcome)),
                                .how = {},
                                .repeat = {}});
  }
  sum_up(verdict);
  if (verdict.ready) verdict.state = TierState::passed;
  return verdict;
}

}  // namespace gradus::rules
