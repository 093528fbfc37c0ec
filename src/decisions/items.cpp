#include "gradus/decisions/items.hpp"

#include "decisions/sampler.hpp"

#include <algorithm>

namespace gradus::decisions {
namespace {

constexpr std::size_t tries_an_item = 50;

class Collection {
 public:
  Collection(const Table& table, std::size_t count) : table_(table), count_(count) {}

  [[nodiscard]] bool full() const { return items_.size() >= count_; }

  void add(const Values& given) {
    if (full() || std::ranges::find(items_, given, &Item::given) != items_.end()) return;
    auto decision = decide(table_, given);
    if (decision.decided) items_.push_back({given, std::move(decision)});
  }

  [[nodiscard]] std::vector<Item> items() && { return std::move(items_); }

 private:
  const Table& table_;
  std::size_t count_;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Item> items(const Table& table, std::size_t count, std::uint64_t seed) {
  if (table.is_sequence() || (table.for_each && !table.best)) return {};
  Collection collection(table, count);
  const auto cases = table.cases.size();
  for (std::size_t i = 0; i < cases; ++i) collection.add(table.cases[(seed + i) % cases].given);
  Sampler sampler(table, seed);
  for (std::size_t i = 0; i < count * tries_an_item && !collection.full(); ++i) {
    const auto given =
        table.rows.empty() ? sampler.any() : sampler.towards(table.rows[i % table.rows.size()]);
    if (!given) break;
    collection.add(*given);
  }
  return std::move(collection).items();
}

}  // namespace gradus::decisions
