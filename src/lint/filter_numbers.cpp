#include "lint/attainability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace gradus::lint {
namespace {

std::string describe_range(const Range& range) {
  const char* kind = range.whole ? "whole numbers" : "numbers";
  if (std::isinf(range.most)) return fmt::format("{} from {} up", kind, range.least);
  return fmt::format("{} from {} to {}", kind, range.least, range.most);
}

bool range_holds(const Range& range, double value) {
  return value >= range.least && value <= range.most &&
         (!range.whole || std::floor(value) == value);
}

// A fix for a number too large for a field that is a share of 1; empty for other fields.
std::string from_percent(const Range& range, double value) {
  constexpr double percent = 100;
  if (range.most != 1 || value <= 1 || value > percent) return {};
  return fmt::format("write {}: a share of 1, not percent", value / percent);
}

// A fix for a value that no entry can hold.
std::string another_value(const Range& range, double value) {
  std::string share = from_percent(range, value);
  return share.empty() ? fmt::format("write one of the {}", describe_range(range)) : share;
}

// A fix for bounds that no entry falls between.
std::string other_bounds(const Range& range, const std::optional<Value>& least) {
  std::string share = least ? from_percent(range, std::get<double>(*least)) : std::string();
  return share.empty() ? fmt::format("allow some of the {}", describe_range(range)) : share;
}

void advise_never(const text::Cursor& place, EntryType of, const Field& field, std::string fix) {
  place.advise(fmt::format("never matches: \"{}\" of {} takes {}", field.name, plural(of),
                           describe_range(field.range)),
               std::move(fix));
}

Interval interval_of_values(EntryType of, const Field& field, const OneOf& one_of,
                            const text::Cursor& place) {
  const Range range = field.range;
  Interval interval{range.most, range.least, range.whole};
  bool any = false;
  for (std::size_t i = 0; i < one_of.values.size(); ++i) {
    const double value = std::get<double>(one_of.values[i]);
    if (range_holds(range, value)) {
      interval.low = any ? std::min(interval.low, value) : value;
      interval.high = any ? std::max(interval.high, value) : value;
      any = true;
    } else {
      advise_never(place.is(text::Node::Kind::list) ? place.item(i) : place, of, field,
                   another_value(range, value));
    }
  }
  return any ? interval : Interval{1, 0, range.whole};
}

std::optional<double> as_double(const std::optional<Value>& value) {
  return value ? std::optional{std::get<double>(*value)} : std::nullopt;
}

// The lowest and highest values that a bound lets through; for numbers that are not whole, the
// bound itself is used in place of the next number.
double from_above(const Range& range, double bound) {
  return range.whole ? std::floor(bound) + 1 : bound;
}
double from_below(const Range& range, double bound) {
  return range.whole ? std::ceil(bound) - 1 : bound;
}

Interval interval_between(EntryType of, const Field& field, const Between& bounds,
                          const text::Cursor& place) {
  const Range range = field.range;
  double low = range.least;
  double high = range.most;
  if (const auto ge = as_double(bounds.ge)) low = std::max(low, range.whole ? std::ceil(*ge) : *ge);
  if (const auto le = as_double(bounds.le))
    high = std::min(high, range.whole ? std::floor(*le) : *le);
  const auto gt = as_double(bounds.gt);
  const auto lt = as_double(bounds.lt);
  if (gt) low = std::max(low, from_above(range, *gt));
  if (lt) high = std::min(high, from_below(range, *lt));
  const bool ends_before = !range.whole && ((gt && *gt >= high) || (lt && *lt <= low));
  if (low <= high && !ends_before) return {low, high, range.whole};
  advise_never(place, of, field, other_bounds(range, bounds.ge ? bounds.ge : bounds.gt));
  return {1, 0, range.whole};
}

}  // namespace

Interval filter_numbers(EntryType of, const Filter& filter, const text::Cursor& place) {
  if (const auto* one_of = std::get_if<OneOf>(&filter.test))
    return interval_of_values(of, filter.field, *one_of, place);
  return interval_between(of, filter.field, std::get<Between>(filter.test), place);
}

}  // namespace gradus::lint
