#include "gradus/curriculum/requirement.hpp"

#include <algorithm>

namespace gradus::curriculum {
namespace {

struct PartsOf {
  using Parts = std::span<const Requirement>;
  Parts operator()(const All& all) const { return all.parts; }
  Parts operator()(const Any& any) const { return any.parts; }
  Parts operator()(const Not& negation) const { return negation.part; }
  Parts operator()(const Some& some) const { return some.of_these; }
  Parts operator()(const Attested&) const { return {}; }
  Parts operator()(const Delivered&) const { return {}; }
  Parts operator()(const Measure&) const { return {}; }
};

// For leaves; anything with parts counts no entries itself.
struct CouldCount {
  EntryType type;

  bool operator()(const Attested&) const { return type == EntryType::attestation; }
  bool operator()(const Delivered&) const { return type == EntryType::artefact; }
  bool operator()(const Measure& measure) const { return type == measure.query.of; }
  template <class Tree>
  bool operator()(const Tree&) const {
    return false;
  }
};

}  // namespace

bool needs_field(Aggregate aggregate) {
  using enum Aggregate;
  return aggregate == min || aggregate == max || aggregate == mean || aggregate == latest;
}

bool counts_once(const Query& query) {
  return query.of == EntryType::problem && query.measure == Aggregate::count && !query.repeats;
}

bool operator==(const Query& a, const Query& b) {
  return a.of == b.of && a.measure == b.measure && a.field == b.field && a.per == b.per &&
         a.last == b.last && a.within == b.within && a.tiers == b.tiers && a.repeats == b.repeats &&
         std::ranges::is_permutation(a.where, b.where);
}

std::span<const Requirement> parts_of(const Requirement& requirement) {
  return std::visit(PartsOf{}, requirement.form);
}

bool could_count(const Requirement& requirement, EntryType type) {
  return std::visit(CouldCount{type}, requirement.form) ||
         std::ranges::any_of(parts_of(requirement),
                             [&](const auto& part) { return could_count(part, type); });
}

}  // namespace gradus::curriculum
