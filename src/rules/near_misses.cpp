#include "rules/near_misses.hpp"

#include "gradus/journal/field_value.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::rules {
namespace {

using curriculum::Between;
using curriculum::FieldType;
using curriculum::Filter;
using curriculum::OneOf;
using curriculum::Value;

// What a filter keeps out on one side, nearest first. `bound`: where distance is measured from.
struct Opposite {
  Filter filter;
  journal::Order order{};
  std::optional<Value> bound{};
};

Opposite below(const curriculum::Field& field, Between test, const Value& bound) {
  return {{field, std::move(test)}, {field, true}, bound};
}
Opposite above(const curriculum::Field& field, Between test, const Value& bound) {
  return {{field, std::move(test)}, {field, false}, bound};
}

std::vector<Opposite> opposites(const curriculum::Field& field, const Between& test) {
  std::vector<Opposite> found;
  // Of two bounds on one side, the tighter one decides.
  if (test.gt && (!test.ge || *test.gt >= *test.ge)) {
    found.push_back(below(field, {.le = test.gt}, *test.gt));
  } else if (test.ge) {
    found.push_back(below(field, {.lt = test.ge}, *test.ge));
  }
  if (test.lt && (!test.le || *test.lt <= *test.le)) {
    found.push_back(above(field, {.ge = test.lt}, *test.lt));
  } else if (test.le) {
    found.push_back(above(field, {.gt = test.le}, *test.le));
  }
  return found;
}

OneOf all_but(const std::vector<Value>& all, const std::vector<Value>& values) {
  OneOf rest;
  for (const auto& value : all) {
    if (std::ranges::find(values, value) == values.end()) rest.values.push_back(value);
  }
  return rest;
}

std::vector<Value> words(const curriculum::Field& field) {
  std::vector<Value> values;
  for (const auto word : field.words) values.emplace_back(std::string(word));
  return values;
}

std::vector<Opposite> opposites(const curriculum::Field& field, const OneOf& test) {
  if (field.type == FieldType::number) {
    const auto [least, most] = std::ranges::minmax(test.values);
    return {below(field, {.lt = least}, least), above(field, {.gt = most}, most)};
  }
  auto rest = all_but(
      field.type == FieldType::flag ? std::vector<Value>{true, false} : words(field), test.values);
  if (rest.values.empty()) return {};
  return {{{field, std::move(rest)}}};
}

std::vector<Opposite> opposites(const Filter& filter) {
  if (const auto* between = std::get_if<Between>(&filter.test))
    return opposites(filter.field, *between);
  return opposites(filter.field, std::get<OneOf>(filter.test));
}

// As far away as a flag with the wrong value.
constexpr double whole_distance = 1;
// An entry one month too early is equally far away.
constexpr double month = 30;

double days_between(const std::string& a, const std::string& b) {
  const auto from = calendar::Date::parse(a);
  const auto to = calendar::Date::parse(b);
  if (!from || !to) return month;
  return std::abs(static_cast<double>((*to - *from).count()));
}

double distance(const journal::Entry& entry, const Opposite& opposite) {
  if (!opposite.bound) return whole_distance;
  const auto value = journal::field_value(entry, opposite.filter.field.name).value();
  if (const auto* number = std::get_if<double>(&value)) {
    const double bound = std::get<double>(*opposite.bound);
    return std::abs(*number - bound) / std::max(std::abs(bound), 1.0);
  }
  return days_between(std::get<std::string>(value), std::get<std::string>(*opposite.bound)) / month;
}

// Collects what each opposite finds.
class Collector {
 public:
  Collector(const LeafQuestion& leaf, const journal::Facts& facts) : leaf_(leaf), facts_(facts) {
    leaf_.query.last.reset();  // an entry outside the newest N doesn't count and isn't a near miss
    leaf_.query.per.reset();
  }

  void look_past(std::size_t filter) {
    const auto kept = leaf_.query.where[filter];
    for (const auto& opposite : opposites(kept)) {
      leaf_.query.where[filter] = opposite.filter;
      add(leaf_.question(), opposite.order, kept,
          [&](const journal::Entry& entry) { return distance(entry, opposite); });
    }
    leaf_.query.where[filter] = kept;
  }

  void look_before_the_first_day() {
    if (!leaf_.from || *leaf_.from == calendar::Date::first()) return;
    const auto first_day = *leaf_.from;
    const auto eve = first_day - calendar::Days{1};
    const journal::Question question{leaf_.query, leaf_.tiers, std::nullopt,
                                     leaf_.until ? std::min(*leaf_.until, eve) : eve};
    add(question, {}, TooOld{first_day}, [&](const journal::Entry& entry) {
      return static_cast<double>((first_day - entry.on).count()) / month;
    });
  }

  void look_in_other_tiers(std::vector<curriculum::TierId> others) {
    if (!leaf_.tiers) return;
    std::erase_if(others, [&](const auto& tier) {
      return std::ranges::find(*leaf_.tiers, tier) != leaf_.tiers->end();
    });
    if (others.empty()) return;
    const journal::Question question{leaf_.query, std::move(others), leaf_.from, leaf_.until};
    add(question, {}, OtherTier{}, [](const journal::Entry&) { return whole_distance; });
  }

  NearMisses nearest() && {
    std::ranges::stable_sort(found_, [](const auto& a, const auto& b) {
      if (a.first != b.first) return a.first < b.first;
      return a.second.entry.on > b.second.entry.on;
    });
    NearMisses misses{{}, total_};
    misses.nearest.reserve(most_near_misses);
    for (auto& miss : found_) {
      if (misses.nearest.size() == most_near_misses) break;
      misses.nearest.push_back(std::move(miss.second));
    }
    return misses;
  }

 private:
  template <class Distance>
  void add(const journal::Question& question, const journal::Order& order, const Lack& lack,
           Distance distance_of) {
    auto found = facts_.find(question, most_near_misses, order);
    total_ += found.total;
    for (auto& entry : found.first) {
      const double away = distance_of(entry);
      found_.emplace_back(away, NearMiss{std::move(entry), lack});
    }
  }

  LeafQuestion leaf_;
  const journal::Facts& facts_;
  std::vector<std::pair<double, NearMiss>> found_;
  std::size_t total_ = 0;
};

}  // namespace

NearMisses near_misses(const LeafQuestion& leaf, const std::vector<curriculum::TierId>& others,
                       const journal::Facts& facts) {
  Collector collector{leaf, facts};
  for (std::size_t i = 0; i < leaf.query.where.size(); ++i) collector.look_past(i);
  collector.look_before_the_first_day();
  // Without a filter, everything done for another tier would be near.
  if (!leaf.query.where.empty()) collector.look_in_other_tiers(others);
  return std::move(collector).nearest();
}

}  // namespace gradus::rules
