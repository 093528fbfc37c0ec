#include "gradus/decisions/items.hpp"

#include "decisions/sampler.hpp"

#include <algorithm>
#include <utility>

namespace gradus::decisions {
namespace {

constexpr std::size_t tries_an_item = 50;

// The same table for one record: its fields are inputs like any other.
Table of_one_record(const Table& table) {
  Table flat = table;
  flat.for_each.reset();
  flat.cases.clear();
  const auto list = std::ranges::find(flat.inputs, *table.for_each, &Input::id);
  auto fields = list->fields;
  flat.inputs.erase(list);
  flat.inputs.insert(flat.inputs.end(), fields.begin(), fields.end());
  return flat;
}

void add_records(const Values& given, const std::string& list, std::vector<Values>& cases) {
  const auto found = given.find(list);
  const auto* records = found == given.end() ? nullptr : std::get_if<Records>(&found->second);
  if (records == nullptr) return;
  for (const auto& record : *records) {
    Values flat = given;
    flat.erase(list);
    for (const auto& [name, value] : record.fields) flat.insert_or_assign(name, value);
    cases.push_back(std::move(flat));
  }
}

std::vector<Values> cases_of(const Table& table) {
  std::vector<Values> cases;
  cases.reserve(table.cases.size());
  for (const auto& each : table.cases) {
    if (table.for_records())
      add_records(each.given, *table.for_each, cases);
    else
      cases.push_back(each.given);
  }
  return cases;
}

template <class Each>
void shuffle(std::vector<Each>& list, Draw& draw) {
  for (std::size_t left = list.size(); left > 1; --left)
    std::swap(list[left - 1], list[draw.below(left)]);
}

class Collection {
 public:
  Collection(const Table& table, std::size_t count) : table_(table), count_(count) {
    items_.reserve(count);
  }

  [[nodiscard]] bool full() const { return items_.size() >= count_; }

  void add(const Values& given) {
    if (full() || std::ranges::find(items_, given, &Item::given) != items_.end()) return;
    auto decision = decide(table_, given);
    if (decision.decided && decision.open.empty())
      items_.push_back({given, std::move(decision), {}});
  }

  [[nodiscard]] std::vector<Item> items() && { return std::move(items_); }

 private:
  const Table& table_;
  std::size_t count_;
  std::vector<Item> items_;
};

Items of_sequence(const Table& table, Draw& draw) {
  Item item{.given = {}, .decision = {.decided = true}, .shown = table.items};
  const auto in_order = [&] { return item.shown == table.items; };
  for (std::size_t i = 0; i < tries_an_item && in_order(); ++i) shuffle(item.shown, draw);
  return {table, {std::move(item)}};
}

}  // namespace

Items draw_items(const Table& table, std::size_t count, std::uint64_t seed) {
  Draw draw(seed);
  if (count == 0) return {table, {}};
  if (table.is_sequence()) return of_sequence(table, draw);
  Items drawn{table.for_records() ? of_one_record(table) : table, {}};
  Collection collection(drawn.table, count);
  auto cases = cases_of(table);
  shuffle(cases, draw);
  for (const auto& given : cases) collection.add(given);
  const auto& rows = drawn.table.rows;
  Sampler sampler(drawn.table, seed);
  for (std::size_t i = 0; i < count * tries_an_item && !collection.full(); ++i) {
    const auto given = rows.empty() ? sampler.any() : sampler.towards(rows[i % rows.size()]);
    if (!given) break;
    collection.add(*given);
  }
  drawn.items = std::move(collection).items();
  return drawn;
}

}  // namespace gradus::decisions
