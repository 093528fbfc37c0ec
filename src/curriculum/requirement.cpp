#include "gradus/curriculum/requirement.hpp"

#include <algorithm>

namespace gradus::curriculum {
namespace {

constexpr std::array<std::string_view, aggregates.size()> aggregate_names{
    "count", "minutes", "usd", "days", "streak", "min", "max", "mean", "latest"};

struct CouldCount {
  EntryType type;

  [[nodiscard]] bool any_of(const std::vector<Requirement>& parts) const {
    return std::ranges::any_of(parts, [&](const auto& part) { return could_count(part, type); });
  }
  bool operator()(const All& all) const { return any_of(all.parts); }
  bool operator()(const Any& any) const { return any_of(any.parts); }
  bool operator()(const Not& negation) const { return any_of(negation.part); }
  bool operator()(const Some& some) const { return any_of(some.of_these); }
  bool operator()(const Attested&) const { return type == EntryType::attestation; }
  bool operator()(const Delivered&) const { return type == EntryType::artefact; }
  bool operator()(const Measure& measure) const { return type == measure.query.of; }
};

}  // namespace

std::string_view name(Aggregate aggregate) {
  return aggregate_names.at(static_cast<std::size_t>(aggregate));
}

std::optional<Aggregate> parse_aggregate(std::string_view text) {
  const auto found = std::ranges::find(aggregate_names, text);
  if (found == aggregate_names.end()) return std::nullopt;
  return aggregates.at(static_cast<std::size_t>(found - aggregate_names.begin()));
}

bool needs_field(Aggregate aggregate) {
  using enum Aggregate;
  return aggregate == min || aggregate == max || aggregate == mean || aggregate == latest;
}

bool operator==(const Query& a, const Query& b) {
  return a.of == b.of && a.measure == b.measure && a.field == b.field && a.per == b.per &&
         a.last == b.last && a.within == b.within && a.tiers == b.tiers &&
         std::ranges::is_permutation(a.where, b.where);
}

bool could_count(const Requirement& requirement, EntryType type) {
  return std::visit(CouldCount{type}, requirement.form);
}

}  // namespace gradus::curriculum
