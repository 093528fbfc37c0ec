#include "store/kept_sums.hpp"

#include "store/recall_cache.hpp"
#include "store/repeats.hpp"
#include "store/solving_times.hpp"
#include "store/study_days.hpp"
#include "store/tally.hpp"

#include <algorithm>
#include <array>

namespace gradus::store {
namespace {

struct Sums {
  bool (*agree)(Connection&);
  void (*recount)(Connection&);
};
constexpr std::array<Sums, 4> kept_sums{{{tally_agrees, recount_tally},
                                         {repeats_agree, recount_repeats},
                                         {study_days_agree, recount_study_days},
                                         {solving_times_agree, recount_solving_times}}};

}  // namespace

bool sums_agree(const Store& store) {
  auto& connection = store.connection();
  return std::ranges::all_of(kept_sums, [&](const Sums& sums) { return sums.agree(connection); }) &&
         recall_agrees(store);
}

// What is known for review goes by the solving times, and comes last.
void recount_sums(const Store& store) {
  for (const auto& sums : kept_sums) sums.recount(store.connection());
  recount_recall(store);
}

}  // namespace gradus::store
