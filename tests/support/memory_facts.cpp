#include "support/memory_facts.hpp"

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
using Matches = std::vector<const Entry*>;  // oldest first

// Picks one field of an entry as fields() goes over them.
struct FieldReader {
  std::string_view wanted;
  std::optional<Value> value{};

  template <class Member>
  void operator()(std::string_view field, const Member& member) {
    if (field == wanted) take(member);
  }

  void take(bool flag) { value = flag; }
  void take(int number) { value = static_cast<double>(number); }
  void take(double number) { value = number; }
  void take(const std::string& text) { value = text; }
  void take(curriculum::Usd usd) { value = usd.dollars(); }
  void take(const journal::EntryId& id) { value = id.text(); }
  void take(curriculum::Difficulty difficulty) { value = std::string(name(difficulty)); }
  void take(journal::SessionKind kind) { value = std::string(name(kind)); }
  void take(journal::ExpenseKind kind) { value = std::string(name(kind)); }
  void take(const std::map<std::string, double>&) {}  // a table is no value
  template <class Rep, class Period>
  void take(std::chrono::duration<Rep, Period> length) {
    value = static_cast<double>(length.count());
  }
  template <class Tag>
  void take(const curriculum::Id<Tag>& id) {
    value = id.text();
  }
  template <class Member>
  void take(const std::optional<Member>& member) {
    if (member) take(*member);
  }
};

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
  const auto value = value_of(entry, filter.field.name);
  return value && std::visit([&](const auto& test) { return passes(*value, test); }, filter.test);
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

std::vector<double> numbers_of(const Matches& entries, std::string_view field) {
  std::vector<double> numbers;
  for (const auto* entry : entries) {
    const auto value = value_of(*entry, field);
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
      return static_cast<double>(entries.size());
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

std::optional<double> best_group(const curriculum::Query& query, const Matches& entries) {
  std::map<Value, Matches> groups;
  for (const auto* entry : entries) {
    if (const auto value = value_of(*entry, query.per.value().name))
      groups[*value].push_back(entry);
  }
  std::optional<double> best = measure(query, {});
  for (const auto& group : groups) {
    const auto value = measure(query, group.second);
    if (!value) continue;
    const bool better = query.measure == Aggregate::min ? *value < best : *value > best;
    if (!best || better) best = value;
  }
  return best;
}

}  // namespace

MemoryFacts::MemoryFacts(std::vector<Entry> entries) : entries_(std::move(entries)) {}

std::optional<double> MemoryFacts::answer(const journal::Question& question) const {
  const auto& query = question.query;
  Matches found;
  for (const auto& entry : entries_) {
    if (matches(entry, question)) found.push_back(&entry);
  }
  std::ranges::stable_sort(found, older);
  if (query.last && *query.last < found.size()) {
    found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(*query.last));
  }
  return query.per ? best_group(query, found) : measure(query, found);
}

std::optional<Value> value_of(const Entry& entry, std::string_view field) {
  if (field == "on") return entry.on.iso();
  FieldReader reader{field};
  if (field == "week") {
    reader.take(entry.week);
  } else if (field == "tier") {
    reader.take(entry.tier);
  } else {
    std::visit([&](const auto& what) { what.fields(what, reader); }, entry.what);
  }
  return reader.value;
}

}  // namespace gradus::testing
