#include "track/private_report.hpp"

#include "gradus/store/entries.hpp"

#include <cstdint>
#include <variant>

namespace gradus::track {
namespace {

using curriculum::EntryType;

store::EntryFilter filter_of(const PrivateScope& scope) {
  return {.tier = scope.tier, .from = scope.from, .to = scope.to};
}

curriculum::Usd spent_on(const store::Store& store, const LoadedTrack& track,
                         const PrivateScope& scope) {
  if (scope.is_all()) return store::spent(store, track.id);
  auto filter = filter_of(scope);
  filter.type = EntryType::expense;
  std::int64_t cents = 0;
  for (const auto& entry : store::entries(store, track.id, filter))
    cents += std::get<journal::Expense>(entry.what).usd.cents();
  return curriculum::Usd{cents};
}

}  // namespace

insight::PrivateReport read_private(const store::Store& store, const LoadedTrack& track,
                                    const PrivateScope& scope) {
  auto filter = filter_of(scope);
  filter.limit = insight::most_private;
  const auto newest = [&](EntryType type) {
    auto of_type = filter;
    of_type.type = type;
    return store::entries(store, track.id, of_type);
  };
  auto noted = filter;
  noted.noted = true;
  return {.decisions = newest(EntryType::decision),
          .applications = newest(EntryType::application),
          .expenses = newest(EntryType::expense),
          .spent = spent_on(store, track, scope),
          .notes = store::entries(store, track.id, noted)};
}

}  // namespace gradus::track
