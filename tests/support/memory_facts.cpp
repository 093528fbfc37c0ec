#include "support/memory_facts.hpp"

#include "gradus/journal/field_value.hpp"
#include "gradus/journal/title_key.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

namespace gradus::testing {
namespace {

using curriculum::Aggregate;
using curriculum::Value;
using journal::Entry;
using Matches = MemoryFacts::Matches;

// Values of unlike kinds stand in no order.
bool less(const Value& a, const Value& b) {
  return a.index() == b.index() && a < b;
}
bool same_or_less(const Value& a, const Value& b) {
  return a.index() == b.index() && a <= b;
}

bool passes(const Value& value, const curriculum::OneOf& test) {
  return std::ranges::find(test.values, value) != test.values.end();
}

bool passes(const Value& value, const curriculum::Between& test) {
  return (!test.lt || less(value, *test.lt)) && (!test.le || same_or_less(value, *test.le)) &&
         (!test.gt || less(*test.gt, value)) && (!test.ge || same_or_less(*test.ge, value));
}

bool passes(const Entry& entry, const curriculum::Filter& filter) {
  const auto value = journal::field_value(entry, filter.field.name);
  if (!value) return filter.or_absent;
  return std::visit([&](const auto& test) { return passes(*value, test); }, filter.test);
}

bool matches(const Entry& entry, const journal::Question& question) {
  const auto in_tiers = [&](const std::vector<curriculum::TierId>& tiers) {
    return entry.tier && std::ranges::find(tiers, *entry.tier) != tiers.end();
  };
  return entry.type() == question.query.of && (!question.tiers || in_tiers(*question.tiers)) &&
         (!question.from || entry.on >= *question.from) &&
         (!question.until || entry.on <= *question.until) &&
         std::ranges::all_of(question.query.where,
                             [&](const auto& filter) { return passes(entry, filter); });
}

bool older(const Entry* a, const Entry* b) {
  const auto moment = [](const Entry* entry) {
    return std::tuple{entry->on, entry->at ? std::optional(entry->at->time) : std::nullopt};
  };
  return moment(a) < moment(b);
}

// The newest solution of each problem.
Matches different(const Matches& entries) {
  std::set<std::pair<std::string, std::string>> met;
  Matches newest;
  for (auto each = entries.rbegin(); each != entries.rend(); ++each) {
    const auto& problem = std::get<journal::Problem>((*each)->what);
    if (met.emplace(problem.topic.text(), journal::title_key(problem.title)).second)
      newest.push_back(*each);
  }
  std::ranges::reverse(newest);
  return newest;
}

std::set<calendar::Date> days_of(const Matches& entries) {
  std::set<calendar::Date> days;
  for (const auto* entry : entries) days.insert(entry->on);
  return days;
}

std::size_t longest_streak(const std::set<calendar::Date>& days) {
  std::size_t longest = 0;
  std::size_t run = 0;
  std::optional<calendar::Date> before;
  for (const auto date : days) {
    run = before && date - *before == calendar::Days{1} ? run + 1 : 1;
    longest = std::max(longest, run);
    before = date;
  }
  return longest;
}

bool has_number(const Entry& entry, std::string_view field) {
  const auto value = journal::field_value(entry, field);
  return value && std::holds_alternative<double>(*value);
}

std::vector<double> numbers_of(const Matches& entries, std::string_view field) {
  std::vector<double> numbers;
  for (const auto* entry : entries) {
    const auto value = journal::field_value(*entry, field);
    if (value && std::holds_alternative<double>(*value)) {
      numbers.push_back(std::get<double>(*value));
    }
  }
  return numbers;
}

double sum(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

double dollars_of(const Matches& entries) {
  std::int64_t cents = 0;
  for (const auto* entry : entries) {
    if (const auto* expense = std::get_if<journal::Expense>(&entry->what)) {
      cents += expense->usd.cents();
    }
  }
  return curriculum::Usd(cents).dollars();
}

std::optional<double> of_field(Aggregate measure, const std::vector<double>& numbers) {
  if (numbers.empty()) return std::nullopt;
  if (measure == Aggregate::min) return std::ranges::min(numbers);
  if (measure == Aggregate::max) return std::ranges::max(numbers);
  if (measure == Aggregate::latest) return numbers.back();
  return sum(numbers) / static_cast<double>(numbers.size());
}

std::optional<double> measure(const curriculum::Query& query, const Matches& entries) {
  switch (query.measure) {
    case Aggregate::count:
      return static_cast<double>(counts_once(query) ? different(entries).size() : entries.size());
    case Aggregate::minutes:
      return sum(numbers_of(entries, "minutes"));
    case Aggregate::usd:
      return dollars_of(entries);
    case Aggregate::days:
      return static_cast<double>(days_of(entries).size());
    case Aggregate::streak:
      return static_cast<double>(longest_streak(days_of(entries)));
    case Aggregate::min:
    case Aggregate::max:
    case Aggregate::mean:
    case Aggregate::latest:
      break;
  }
  return of_field(query.measure, numbers_of(entries, query.field.value().name));
}

std::map<Value, Matches> groups_of(const curriculum::Query& query, const Matches& entries) {
  std::map<Value, Matches> groups;
  for (const auto* entry : entries) {
    if (const auto value = journal::field_value(*entry, query.per.value().name))
      groups[*value].push_back(entry);
  }
  return groups;
}

bool better(double a, double b, const journal::Question& question) {
  const auto outside = [&](double value) {
    return std::max({*question.at_least - value, value - *question.at_most, 1e-9});
  };
  if (question.at_least && question.at_most) return outside(a) < outside(b);
  return question.at_most ? a < b : a > b;
}

// Those of the group where the measure is best.
Matches best_group(const journal::Question& question, const Matches& entries) {
  const auto& query = question.query;
  std::optional<double> best;
  Matches of_best;
  for (const auto& [value, group] : groups_of(query, entries)) {
    const auto measured = measure(query, group);
    if (!measured) continue;
    if (best && !better(*measured, *best, question)) continue;
    best = measured;
    of_best = group;
  }
  return of_best;
}

}  // namespace

MemoryFacts::MemoryFacts(std::vector<Entry> entries) : entries_(std::move(entries)) {}

Matches MemoryFacts::matching(const journal::Question& question) const {
  const auto& query = question.query;
  Matches found;
  for (const auto& entry : entries_) {
    if (matches(entry, question) && (!query.field || has_number(entry, query.field->name)))
      found.push_back(&entry);
  }
  std::ranges::stable_sort(found, older);
  if (query.last && *query.last < found.size()) {
    found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(*query.last));
  }
  return query.per ? best_group(question, found) : found;
}

std::optional<double> MemoryFacts::answer(const journal::Question& question) const {
  return measure(question.query, matching(question));
}

journal::Found MemoryFacts::find(const journal::Question& question, std::size_t most,
                                 const journal::Order& order) const {
  auto found = matching(question);
  if (counts_once(question.query)) found = different(found);
  std::ranges::reverse(found);
  if (order.field) {
    const auto value = [&](const Entry* entry) {
      return journal::field_value(*entry, order.field->name);
    };
    std::ranges::stable_sort(found, [&](const Entry* a, const Entry* b) {
      return order.most_first ? value(b) < value(a) : value(a) < value(b);
    });
  }
  journal::Found result{{}, found.size()};
  for (const auto* entry : found) {
    if (result.first.size() == most) break;
    result.first.push_back(*entry);
  }
  return result;
}

}  // namespace gradus::testing
