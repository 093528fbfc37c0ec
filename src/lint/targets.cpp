#include "gradus/text/plural.hpp"

#include "lint/lints.hpp"
#include "lint/target_sums.hpp"
#include "lint/variants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <variant>

namespace gradus::lint {
namespace {

using calendar::format_duration;

// The targets of each tier, and of all tiers studied up to the current one.
struct Set {
  std::unordered_map<std::string_view, Targets> tiers{};
  Targets so_far{};
};

// Compares one requirement of a gate with what the weeks set.
class Against {
 public:
  Against(const Set& set, const Gate& gate, Compression compression)
      : set_(set), gate_(gate), compression_(compression) {}

  void requirement(const Requirement& requirement, const text::Cursor& place) const {
    std::visit([&](const auto& form) { look(form, place); }, requirement.form);
  }

 private:
  void parts(const std::vector<Requirement>& parts, const text::Cursor& list) const {
    for (std::size_t i = 0; i < parts.size(); ++i) requirement(parts[i], list.item(i));
  }
  void look(const All& all, const text::Cursor& place) const {
    parts(all.parts, place.child("all"));
  }
  void look(const Any& any, const text::Cursor& place) const {
    parts(any.parts, place.child("any"));
  }
  void look(const Some& some, const text::Cursor& place) const {
    parts(some.of_these, place.child("of_these"));
  }
  // An upper limit is not a target; a signature and an artefact have no number.
  void look(const Not&, const text::Cursor&) const {}
  void look(const Attested&, const text::Cursor&) const {}
  void look(const Delivered&, const text::Cursor&) const {}

  void look(const Measure& measure, const text::Cursor& place) const {
    if (!measure.at_least || *measure.at_least <= 0) return;
    const auto of = measure.query.of;
    if (of == EntryType::problem && measure.query.measure == Aggregate::count)
      problems(measure, place.child("at_least"));
    if (compression_ != Compression::regular) return;  // a shorter tier has fewer days and minutes
    if (of == EntryType::session && measure.query.measure == Aggregate::minutes)
      minutes(measure, place.child("at_least"));
    if (measure.query.measure == Aggregate::days || measure.query.measure == Aggregate::streak)
      days(measure, place.child("at_least"));
  }

  // Calls with the targets of each tier whose entries count; returns whether it is known which do.
  template <class Visit>
  bool each_counted(const Query& query, Visit visit) const;

  void problems(const Measure& measure, const text::Cursor& at_least) const;
  void minutes(const Measure& measure, const text::Cursor& at_least) const;
  void days(const Measure& measure, const text::Cursor& at_least) const;

  const Set& set_;
  const Gate& gate_;
  Compression compression_;
};

template <class Visit>
bool Against::each_counted(const Query& query, Visit visit) const {
  constexpr std::size_t most = 100;  // more tiers are not looked up for every criterion
  if (query.tiers && query.tiers->empty()) {
    visit(set_.so_far, false);
    return true;
  }
  if (!query.tiers) {
    if (gate_.tier == nullptr) return false;
    visit(set_.tiers.at(gate_.tier->id.text()), true);
    return true;
  }
  if (query.tiers->size() > most) return false;
  const std::set<TierId> different(query.tiers->begin(), query.tiers->end());
  return std::ranges::all_of(different, [&](const TierId& id) {
    const auto found = set_.tiers.find(id.text());
    if (found == set_.tiers.end()) return false;
    visit(found->second, gate_.tier != nullptr && gate_.tier->id == id);
    return true;
  });
}

void Against::problems(const Measure& measure, const text::Cursor& at_least) const {
  const bool deep = compression_ == Compression::compressed_deeply;
  long set = 0;
  bool any = false;
  const bool known = each_counted(measure.query, [&](const Targets& targets, bool own) {
    const long usual = targets.problems.count(measure.query);
    const long placed = targets.placed.count(measure.query);
    // Another tier may be compressed or not.
    const bool placed_alone = deep && own && !targets.placed.empty();
    set += placed_alone ? placed : std::max(usual, deep || !own ? placed : 0L);
    any = any || !targets.problems.empty() || !targets.placed.empty();
  });
  const double asked = *measure.at_least;
  if (!known || static_cast<double>(set) >= asked) return;
  const char* when = deep ? "while the tier is compressed below half, " : "";
  if (!any) {
    at_least.advise("the weeks set no problems, but the gate counts them",
                    "add rows of \"problems\" to the weeks");
  } else if (set > 0) {
    at_least.advise(
        fmt::format("{}the weeks set {} such problems, but the gate asks for {}", when, set, asked),
        fmt::format("add rows for {} more, or ask for {}",
                    std::ceil(asked) - static_cast<double>(set), set));
  }
}

// Hands-on time is planned as lab, whatever it is logged as.
std::set<calendar::BlockKind> planned_kinds(const Query& query) {
  using enum calendar::BlockKind;
  std::set<calendar::BlockKind> kinds{read, lab, review};
  for (const Filter& filter : query.where) {
    const auto* one_of = std::get_if<OneOf>(&filter.test);
    if (filter.field.name != "kind" || one_of == nullptr) continue;
    kinds.clear();
    for (const Value& value : one_of->values)
      kinds.insert(calendar::parse_block_kind(std::get<std::string>(value)).value_or(lab));
  }
  return kinds;
}

void Against::minutes(const Measure& measure, const text::Cursor& at_least) const {
  const auto kinds = planned_kinds(measure.query);
  Minutes planned{0};
  const bool known = each_counted(measure.query, [&](const Targets& targets, bool) {
    for (const auto kind : kinds) planned += targets.minutes.of(kind);
  });
  const auto total = static_cast<double>(planned.count());
  if (!known || total >= *measure.at_least) return;
  at_least.advise(fmt::format("the weeks plan {} minutes of this ({}), but the gate asks for {}",
                              total, format_duration(planned), *measure.at_least),
                  fmt::format("ask for {} or less, or give the weeks more \"minutes\"", total));
}

void Against::days(const Measure& measure, const text::Cursor& at_least) const {
  long weeks = 0;
  const bool known =
      each_counted(measure.query, [&](const Targets& targets, bool) { weeks += targets.weeks; });
  const auto days = static_cast<double>(weeks * 7);
  if (!known || days >= *measure.at_least) return;
  at_least.advise(fmt::format("{} of the plan have {} days, but the gate asks for {}",
                              text::counted(weeks, "week"), days, *measure.at_least),
                  fmt::format("ask for {} or less", days));
}

// Compares a tier's own rows for when it is compressed below half with a criterion that has no
// variant of its own for that.
void advise_on_placed_rows(const Set& set, const Gate& gate, const Criterion& criterion,
                           const text::Cursor& place) {
  if (gate.tier == nullptr || gate.tier->placed_problems.empty() || place.child("placed").present())
    return;
  const Against deep{set, gate, Compression::compressed_deeply};
  deep.requirement(criterion.requirement(Compression::compressed_deeply), place.child("require"));
}

void advise_on_targets_of(const CurriculumIndex& index, const Gate& gate, const Set& set) {
  each_criterion(index, gate, [&](const Criterion& criterion, const text::Cursor& place) {
    advise_on_placed_rows(set, gate, criterion, place);
    advise_on_variants(
        criterion, place,
        [&](const Requirement& requirement, const text::Cursor& require, Compression compression) {
          Against{set, gate, compression}.requirement(requirement, require);
        });
  });
}

}  // namespace

void advise_on_targets(const CurriculumIndex& index) {
  // What could not be read sets no target we could know.
  for (const char* part : {"minutes", "tiers", "beginner"})
    if (!index.sound(index.root().child(part))) return;
  Set set;
  each_tier(index, [&](const Tier& tier, TierOrder, const text::Cursor&) {
    set.tiers.emplace(tier.id.text(), targets_of(tier));
  });
  each_gate(index, [&](const Gate& gate) {
    // Beginners' targets come on top, but only for some learners.
    if (gate.tier != nullptr && gate.order != beginners)
      set.so_far.add(set.tiers.at(gate.tier->id.text()));
    advise_on_targets_of(index, gate, set);
  });
}

}  // namespace gradus::lint
