#include "track/facts_before.hpp"

#include <algorithm>

namespace gradus::track {

calendar::Date evening_before(calendar::Date day) {
  return day == calendar::Date::first() ? day : day - calendar::Days{1};
}

FactsBefore::FactsBefore(const journal::Facts& facts,
                         const std::vector<journal::Verification>& verifications,
                         calendar::Date day)
    : facts_(facts) {
  for (const auto& each : verifications)
    if (each.at.on >= day) verified_since_.insert(each.entry);
}

// A count of verified artefacts, in no groups: what the requirement of a delivery asks.
bool FactsBefore::asks_for_verified(const journal::Question& question) const {
  const auto& query = question.query;
  if (verified_since_.empty() || query.measure != curriculum::Aggregate::count || query.per ||
      query.last)
    return false;
  return std::ranges::any_of(query.where, [](const curriculum::Filter& filter) {
    return filter.field.name == curriculum::field::verified.name;
  });
}

std::optional<double> FactsBefore::answer(const journal::Question& question) const {
  if (!asks_for_verified(question)) return facts_.answer(question);
  return static_cast<double>(find(question, 0).total);
}

journal::Found FactsBefore::find(const journal::Question& question, std::size_t most,
                                 const journal::Order& order) const {
  if (!asks_for_verified(question)) return facts_.find(question, most, order);
  constexpr std::size_t all = 1'000'000;  // artefacts are few
  auto found = facts_.find(question, all, order);
  found.total -= std::erase_if(
      found.first, [&](const journal::Entry& entry) { return verified_since_.contains(entry.id); });
  if (found.first.size() > most)
    found.first.erase(found.first.begin() + static_cast<std::ptrdiff_t>(most), found.first.end());
  return found;
}

}  // namespace gradus::track
