#include "gradus/curriculum/stack_effects.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace gradus::curriculum {
namespace {

// What a stack leaves out, each with the week whose change does. Artefacts, weeks and tiers may
// share an id, so each kind has its own prefix.
using LeftOut = std::map<std::string, WeekId>;

std::string artefact_key(const std::string& id) {
  return "artefact " + id;
}
std::string week_key(const std::string& id) {
  return "week " + id;
}
std::string tier_key(const std::string& id) {
  return "tier " + id;
}
std::string id_of(const std::string& key) {
  return key.substr(key.find(' ') + 1);
}

// The keys of the artefacts or weeks that a filter allows; empty if it may allow others.
std::vector<std::string> keys_of(const Filter& filter) {
  const bool artefact = filter.field.name == "artefact";
  const auto* one_of = std::get_if<OneOf>(&filter.test);
  if (one_of == nullptr || !(artefact || filter.field.name == "week")) return {};
  std::vector<std::string> keys;
  for (const Value& value : one_of->values)
    if (const auto* id = std::get_if<std::string>(&value))
      keys.push_back(artefact ? artefact_key(*id) : week_key(*id));
  return keys;
}

std::vector<std::string> tier_keys_of(const Query& query) {
  std::vector<std::string> keys;
  if (query.tiers)
    for (const TierId& tier : *query.tiers) keys.push_back(tier_key(tier.text()));
  return keys;
}

// Calls with the key of everything that a requirement names.
template <class Visit>
void each_named(const Requirement& requirement, Visit& visit) {
  if (const auto* delivered = std::get_if<Delivered>(&requirement.form))
    visit(artefact_key(delivered->artefact.text()));
  if (const auto* measure = std::get_if<Measure>(&requirement.form)) {
    for (const auto& key : tier_keys_of(measure->query)) visit(key);
    for (const Filter& filter : measure->query.where)
      for (const auto& key : keys_of(filter)) visit(key);
  }
  for (const Requirement& part : parts_of(requirement)) each_named(part, visit);
}

// What a requirement can come to with what a stack leaves.
struct Possible {
  bool pass = true;
  bool fail = true;
};

class Judgement {
 public:
  explicit Judgement(const LeftOut& left_out) : left_out_(left_out) {}

  [[nodiscard]] Possible of(const Requirement& requirement) const {
    return std::visit(*this, requirement.form);
  }

  Possible operator()(const All& all) const { return counted(all.parts, all.parts.size()); }
  Possible operator()(const Any& any) const { return counted(any.parts, 1); }
  Possible operator()(const Some& some) const { return counted(some.of_these, some.at_least); }
  Possible operator()(const Not& negation) const {
    const Possible part = of(negation.part.front());
    return {.pass = part.fail, .fail = part.pass};
  }
  Possible operator()(const Attested&) const { return {}; }
  Possible operator()(const Delivered& delivered) const {
    return {.pass = !left_out_.contains(artefact_key(delivered.artefact.text()))};
  }
  // Measures that count come to 0 if nothing is left to count, the others stay unknown.
  Possible operator()(const Measure& measure) const {
    if (!counts_nothing(measure.query)) return {};
    if (needs_field(measure.query.measure)) return {.pass = false, .fail = false};
    const bool met = measure.at_least.value_or(0) <= 0 && measure.at_most.value_or(0) >= 0;
    return {.pass = met, .fail = !met};
  }

 private:
  [[nodiscard]] Possible counted(const std::vector<Requirement>& parts, std::size_t need) const {
    std::size_t passing = 0;
    std::size_t failing = 0;
    for (const Requirement& part : parts) {
      const Possible possible = of(part);
      passing += possible.pass ? 1U : 0U;
      failing += possible.fail ? 1U : 0U;
    }
    return {.pass = passing >= need, .fail = failing > parts.size() - need};
  }

  [[nodiscard]] bool all_left_out(const std::vector<std::string>& keys) const {
    return !keys.empty() && std::ranges::all_of(keys, [&](const std::string& key) {
      return left_out_.contains(key);
    });
  }
  [[nodiscard]] bool counts_nothing(const Query& query) const {
    return all_left_out(tier_keys_of(query)) ||
           std::ranges::any_of(query.where,
                               [&](const Filter& filter) { return all_left_out(keys_of(filter)); });
  }

  const LeftOut& left_out_;
};

std::set<ArtefactId> artefacts_of(const Week& week) {
  std::set<ArtefactId> artefacts;
  for (const Artefact& artefact : week.artefacts)
    if (!week.retired && !artefact.retired) artefacts.insert(artefact.id);
  return artefacts;
}

bool can_be_met(const Criterion& criterion, const LeftOut& left_out) {
  const Judgement judgement{left_out};
  return std::ranges::all_of(
      criterion.require, [&](const auto& wording) { return judgement.of(wording.second).pass; });
}

}  // namespace

text::Cursor place_of_loss(const text::Cursor& patch) {
  const text::Cursor retired = patch.child("retired");
  if (retired.is(text::Node::Kind::flag) && retired.node().flag()) return retired;
  const text::Cursor artefacts = patch.child("artefacts");
  return artefacts.present() ? artefacts : patch;
}

StackJudge::StackJudge(const Curriculum& curriculum) : curriculum_(curriculum) {
  for (std::size_t i = 0; i < curriculum.tiers.size(); ++i) {
    const Tier& tier = curriculum.tiers[i];
    int in_force = 0;
    for (const Week& week : tier.weeks) {
      const bool counts = !tier.retired && !week.retired;
      weeks_.emplace(week.id, PlacedWeek{i, &week, counts});
      in_force += counts ? 1 : 0;
    }
    weeks_in_tier_.push_back(in_force);
    all_weeks_ += in_force;
    if (!tier.retired) note_criteria(&tier, tier.exit);
  }
  note_criteria(nullptr, curriculum.finish);
}

void StackJudge::note_criteria(const Tier* tier, const std::vector<Criterion>& criteria) {
  for (const Criterion& criterion : criteria) {
    if (criterion.retired) continue;
    std::set<std::string> named;
    auto visit = [&](const std::string& key) { named.insert(key); };
    for (const auto& [compression, requirement] : criterion.require) each_named(requirement, visit);
    for (const auto& key : named) naming_[key].push_back({tier, &criterion});
  }
}

StackEffects StackJudge::effects_of(const Stack& stack) const {
  StackEffects effects;
  LeftOut left_out;
  std::set<ArtefactId> offered;
  std::map<std::size_t, int> left = weeks_in_tier_of(stack);
  int all_left = all_weeks_;
  for (const auto& [tier, weeks] : left) all_left += weeks - weeks_in_tier_[tier];
  effects.no_week_left = all_left == 0 && all_weeks_ > 0;

  for (const auto& [id, week] : stack.weeks) {
    const auto placed = weeks_.find(id);
    if (placed == weeks_.end() || !placed->second.in_force) continue;
    const auto& tier = curriculum_.tiers[placed->second.tier].id;
    if (week.retired) left_out.emplace(week_key(id.text()), id);
    if (week.retired && left.at(placed->second.tier) == 0) {
      effects.emptied.emplace(tier, id);
      left_out.emplace(tier_key(tier.text()), id);
    }
    for (const ArtefactId& artefact : artefacts_of(*placed->second.week))
      left_out.emplace(artefact_key(artefact.text()), id);
  }
  for (const auto& [id, week] : stack.weeks) offered.merge(artefacts_of(week));
  for (const ArtefactId& artefact : offered) left_out.erase(artefact_key(artefact.text()));
  judge_criteria(left_out, effects);
  return effects;
}

// For each tier whose weeks the stack changes, how many are left in force.
std::map<std::size_t, int> StackJudge::weeks_in_tier_of(const Stack& stack) const {
  std::map<std::size_t, int> left;
  for (const auto& [id, week] : stack.weeks) {
    const auto placed = weeks_.find(id);
    if (placed == weeks_.end()) continue;
    const auto& [tier, before, was_in_force] = placed->second;
    if (curriculum_.tiers[tier].retired) continue;
    const auto counted = left.emplace(tier, weeks_in_tier_[tier]).first;
    counted->second += (week.retired ? 0 : 1) - (was_in_force ? 1 : 0);
  }
  return left;
}

void StackJudge::judge_criteria(const std::map<std::string, WeekId>& left_out,
                                StackEffects& effects) const {
  std::set<const Criterion*> judged;
  for (const auto& [key, week] : left_out) {
    const auto naming = naming_.find(key);
    if (naming == naming_.end()) continue;
    for (const auto& [tier, criterion] : naming->second) {
      if (tier != nullptr && effects.emptied.contains(tier->id)) continue;
      if (!judged.insert(criterion).second) continue;
      effects.criteria.push_back(
          {criterion->id, id_of(key), week, can_be_met(*criterion, left_out)});
    }
  }
}

}  // namespace gradus::curriculum
