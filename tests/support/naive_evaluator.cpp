#include "support/naive_evaluator.hpp"

#include "gradus/journal/field_value.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

namespace gradus::testing::naive {
namespace {

using curriculum::Aggregate;
using curriculum::EntryType;
using curriculum::Measure;
using curriculum::Requirement;
using curriculum::Value;
using journal::Entry;
using Entries = std::vector<Entry>;

// Scores, money and bounds have two decimals at most here: whole hundredths make every sum and
// every comparison exact. A mean is a fraction of them.
using Hundredths = std::int64_t;
struct Amount {
  Hundredths sum;
  std::int64_t divisor = 1;
};

Hundredths hundredths(double number) {
  return std::llround(number * 100);
}

double as_number(Amount amount) {
  return static_cast<double>(amount.sum) / 100 / static_cast<double>(amount.divisor);
}

bool less(Amount a, Amount b) {
  return a.sum * b.divisor < b.sum * a.divisor;
}

// --- where -------------------------------------------------------------------------------------

bool within(const Value& value, const curriculum::Between& bounds) {
  if (bounds.lt && !(value < *bounds.lt)) return false;
  if (bounds.le && !(value <= *bounds.le)) return false;
  if (bounds.gt && !(value > *bounds.gt)) return false;
  if (bounds.ge && !(value >= *bounds.ge)) return false;
  return true;
}

bool passes(const Entry& entry, const curriculum::Filter& filter) {
  const auto value = journal::field_value(entry, filter.field.name);
  if (!value) return filter.or_absent;
  if (const auto* bounds = std::get_if<curriculum::Between>(&filter.test))
    return within(*value, *bounds);
  const auto& any_of = std::get<curriculum::OneOf>(filter.test).values;
  return std::find(any_of.begin(), any_of.end(), *value) != any_of.end();
}

// A measure counts entries of the criterion's own tier; `where.tier` replaces that.
bool in_tier(const Entry& entry, const curriculum::Query& query, const Asked& asked) {
  std::vector<curriculum::TierId> tiers;
  if (query.tiers)
    tiers = *query.tiers;
  else if (asked.tier)
    tiers = {*asked.tier};
  if (tiers.empty()) return true;  // any
  return entry.tier && std::find(tiers.begin(), tiers.end(), *entry.tier) != tiers.end();
}

// A signature for placement is for compression only.
bool for_placement_only(const Entry& entry) {
  const auto* signature = std::get_if<journal::Attestation>(&entry.what);
  return signature != nullptr && signature->placement;
}

bool matches(const Entry& entry, const curriculum::Query& query, const Asked& asked) {
  if (entry.type() != query.of || for_placement_only(entry)) return false;
  if (!in_tier(entry, query, asked)) return false;
  if (query.within && entry.on < asked.today - *query.within) return false;
  return std::ranges::all_of(query.where,
                             [&](const auto& filter) { return passes(entry, filter); });
}

// --- last --------------------------------------------------------------------------------------

std::optional<double> number_in(const Entry& entry, const curriculum::Field& field) {
  const auto value = journal::field_value(entry, field.name);
  if (!value || !std::holds_alternative<double>(*value)) return std::nullopt;
  return std::get<double>(*value);
}

// Order is by `on`, `at`, then recording. The contract doesn't say where a day's entries without a
// time stand; they come first.
bool before(const Entry& a, const Entry& b) {
  const auto minute = [](const Entry& entry) {
    return entry.at ? entry.at->time.since_midnight().count() : -1;
  };
  return std::tuple(a.on, minute(a)) < std::tuple(b.on, minute(b));
}

// The matches that have the field, oldest first; with `last`, the newest of them.
Entries matching(const curriculum::Query& query, const Asked& asked, const Entries& entries) {
  Entries found;
  for (const auto& entry : entries) {
    if (!matches(entry, query, asked)) continue;
    if (query.field && !number_in(entry, *query.field)) continue;
    found.push_back(entry);
  }
  std::stable_sort(found.begin(), found.end(), before);
  while (query.last && found.size() > *query.last) found.erase(found.begin());
  return found;
}

// --- measures ----------------------------------------------------------------------------------

// Case and spaces aside. (The titles of the tests are ASCII.)
std::string plain_title(const std::string& title) {
  std::string plain;
  for (const char each : title) {
    if (each != ' ')
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

// Problems that count are different ones.
std::int64_t count(const curriculum::Query& query, const Entries& entries) {
  if (query.of != EntryType::problem || query.repeats) return std::ssize(entries);
  std::set<std::pair<std::string, std::string>> different;
  for (const auto& entry : entries) {
    const auto& problem = std::get<journal::Problem>(entry.what);
    different.emplace(problem.topic.text(), plain_title(problem.title));
  }
  return std::ssize(different);
}

std::set<calendar::Date> days_of(const Entries& entries) {
  std::set<calendar::Date> days;
  for (const auto& entry : entries) days.insert(entry.on);
  return days;
}

std::int64_t longest_streak(const std::set<calendar::Date>& days) {
  std::int64_t longest = 0;
  for (const auto first : days) {
    std::int64_t run = 0;
    while (days.count(first + calendar::Days{run}) == 1) ++run;
    longest = std::max(longest, run);
  }
  return longest;
}

Hundredths sum_of(std::string_view field, const Entries& entries) {
  Hundredths sum = 0;
  for (const auto& entry : entries) {
    const auto value = journal::field_value(entry, field);
    if (value) sum += hundredths(std::get<double>(*value));
  }
  return sum;
}

// min, max, mean, latest: unknown of nothing. `entries` all have the field, oldest first.
std::optional<Amount> of_field(const curriculum::Query& query, const Entries& entries) {
  if (entries.empty()) return std::nullopt;
  std::vector<Hundredths> values;
  for (const auto& entry : entries) values.push_back(hundredths(*number_in(entry, *query.field)));
  if (query.measure == Aggregate::min)
    return Amount{*std::min_element(values.begin(), values.end())};
  if (query.measure == Aggregate::max)
    return Amount{*std::max_element(values.begin(), values.end())};
  if (query.measure == Aggregate::latest) return Amount{values.back()};
  Hundredths sum = 0;
  for (const auto value : values) sum += value;
  return Amount{sum, std::ssize(values)};
}

std::optional<Amount> measured(const curriculum::Query& query, const Entries& entries) {
  switch (query.measure) {
    case Aggregate::count:
      return Amount{100 * count(query, entries)};
    case Aggregate::minutes:
      return Amount{sum_of("minutes", entries)};
    case Aggregate::usd:
      return Amount{sum_of("usd", entries)};
    case Aggregate::days:
      return Amount{100 * std::ssize(days_of(entries))};
    case Aggregate::streak:
      return Amount{100 * longest_streak(days_of(entries))};
    case Aggregate::min:
    case Aggregate::max:
    case Aggregate::mean:
    case Aggregate::latest:
      break;
  }
  return of_field(query, entries);
}

// --- per ---------------------------------------------------------------------------------------

// The contract doesn't say so, but entries without the field of `per` are in no group.
std::vector<Amount> of_groups(const curriculum::Query& query, const Entries& entries) {
  std::map<Value, Entries> groups;
  for (const auto& entry : entries)
    if (const auto group = journal::field_value(entry, query.per->name))
      groups[*group].push_back(entry);
  std::vector<Amount> amounts;
  for (const auto& [group, members] : groups)
    if (const auto amount = measured(query, members)) amounts.push_back(*amount);
  return amounts;
}

// How far it is outside the bounds; 0 inside.
Amount outside(Amount amount, const Measure& measure) {
  const auto below = hundredths(*measure.at_least) * amount.divisor - amount.sum;
  const auto above = amount.sum - hundredths(*measure.at_most) * amount.divisor;
  return {std::max({below, above, Hundredths{0}}), amount.divisor};
}

// The greatest for `at_least`, the least for `at_most`, with both any inside, else the nearest.
bool better(Amount a, Amount b, const Measure& measure) {
  if (measure.at_least && measure.at_most) return less(outside(a, measure), outside(b, measure));
  return measure.at_least ? less(b, a) : less(a, b);
}

std::vector<Amount> best_of(const std::vector<Amount>& groups, const Measure& measure) {
  std::vector<Amount> best;
  for (const auto each : groups) {
    bool beaten = false;
    for (const auto other : groups) beaten = beaten || better(other, each, measure);
    if (!beaten) best.push_back(each);
  }
  return best;
}

// What the measure may come to; nothing when it is unknown.
std::vector<Amount> amounts(const Measure& measure, const Asked& asked, const Entries& entries) {
  const auto found = matching(measure.query, asked, entries);
  if (measure.query.per) {
    auto best = best_of(of_groups(measure.query, found), measure);
    if (!best.empty()) return best;
  }
  // Without a group there is nothing to measure.
  const auto amount = measured(measure.query, measure.query.per ? Entries{} : found);
  if (!amount) return {};
  return {*amount};
}

// --- requirements ------------------------------------------------------------------------------

Outcome of_measure(const Measure& measure, const Asked& asked, const Entries& entries) {
  Outcome outcome{std::nullopt};
  for (const auto amount : amounts(measure, asked, entries)) {
    const bool enough =
        !measure.at_least || amount.sum >= hundredths(*measure.at_least) * amount.divisor;
    const bool at_most =
        !measure.at_most || amount.sum <= hundredths(*measure.at_most) * amount.divisor;
    outcome.passes = enough && at_most;
    outcome.values.push_back(as_number(amount));
  }
  return outcome;
}

// In the criterion's own tier; in the finish check, in any.
bool attested(const Asked& asked, const Entries& entries) {
  for (const auto& entry : entries) {
    const auto* signature = std::get_if<journal::Attestation>(&entry.what);
    if (signature == nullptr || signature->placement) continue;
    if (signature->criterion == asked.criterion && (!asked.tier || entry.tier == asked.tier))
      return true;
  }
  return false;
}

bool delivered(const curriculum::Delivered& wanted, const Entries& entries) {
  for (const auto& entry : entries) {
    const auto* artefact = std::get_if<journal::Artefact>(&entry.what);
    if (artefact != nullptr && artefact->artefact == wanted.artefact &&
        (artefact->verified || !wanted.verified))
      return true;
  }
  return false;
}

std::vector<Outcome> each(const std::vector<Requirement>& parts, const Asked& asked,
                          const Entries& entries) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(parts.size());
  for (const auto& part : parts) outcomes.push_back(evaluate(part, asked, entries));
  return outcomes;
}

std::size_t number_of(std::optional<bool> result, const std::vector<Outcome>& parts) {
  std::size_t number = 0;
  for (const auto& part : parts)
    if (part.passes == result) ++number;
  return number;
}

// `all` is fail if any fails, else unknown if any is.
std::optional<bool> all(const std::vector<Outcome>& parts) {
  if (number_of(false, parts) > 0) return false;
  if (number_of(std::nullopt, parts) > 0) return std::nullopt;
  return true;
}

// `any` is pass if any passes, else unknown if any is.
std::optional<bool> any(const std::vector<Outcome>& parts) {
  if (number_of(true, parts) > 0) return true;
  if (number_of(std::nullopt, parts) > 0) return std::nullopt;
  return false;
}

// Pass if so many pass; unknown if they could, once what is unknown is known.
std::optional<bool> some(std::size_t wanted, const std::vector<Outcome>& parts) {
  if (number_of(true, parts) >= wanted) return true;
  if (number_of(true, parts) + number_of(std::nullopt, parts) >= wanted) return std::nullopt;
  return false;
}

}  // namespace

Outcome evaluate(const Requirement& requirement, const Asked& asked, const Entries& entries) {
  Outcome outcome{std::nullopt};
  if (const auto* form = std::get_if<Measure>(&requirement.form))
    return of_measure(*form, asked, entries);
  if (std::holds_alternative<curriculum::Attested>(requirement.form)) {
    outcome.passes = attested(asked, entries);
  } else if (const auto* wanted = std::get_if<curriculum::Delivered>(&requirement.form)) {
    outcome.passes = delivered(*wanted, entries);
  } else if (const auto* not_form = std::get_if<curriculum::Not>(&requirement.form)) {
    outcome.parts = each(not_form->part, asked, entries);
    if (outcome.parts.front().passes) outcome.passes = !*outcome.parts.front().passes;
  } else if (const auto* all_form = std::get_if<curriculum::All>(&requirement.form)) {
    outcome.parts = each(all_form->parts, asked, entries);
    outcome.passes = all(outcome.parts);
  } else if (const auto* any_form = std::get_if<curriculum::Any>(&requirement.form)) {
    outcome.parts = each(any_form->parts, asked, entries);
    outcome.passes = any(outcome.parts);
  } else if (const auto* some_form = std::get_if<curriculum::Some>(&requirement.form)) {
    outcome.parts = each(some_form->of_these, asked, entries);
    outcome.passes = some(some_form->at_least, outcome.parts);
  }
  return outcome;
}

}  // namespace gradus::testing::naive
