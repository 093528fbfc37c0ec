#include "gradus/calendar/date.hpp"
#include "gradus/text/plural.hpp"

#include "lint/attainability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace gradus::lint {
namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity();
constexpr double rounding = 1e-9;  // the tolerance with which rules compare scores

// What bounds a measure from above: in words, and how to loosen it.
struct Cap {
  double most = no_bound;
  std::string reason{};
  std::string loosen{};  // with {} for the number of entries needed
  double each = 1;       // the most one entry adds
};

// The values a measure can have.
struct Values {
  Interval interval;
  Cap cap{};  // the reason for the upper end, if it isn't the field's own
};

struct Measured {
  const Measure& measure;
  const text::Cursor& place;
  [[nodiscard]] const Query& query() const { return measure.query; }
};

void lower_cap(Cap& cap, Cap other) {
  if (other.most < cap.most) cap = std::move(other);
}

Cap cap_of_last(const Query& query) {
  if (!query.last) return {};
  return {static_cast<double>(*query.last), fmt::format("only the last {} count", *query.last),
          "write \"last\": {} or more"};
}

// How many days `on` lets through; nullopt if it is open at one end.
double days_of(const Filter& filter) {
  if (const auto* days = std::get_if<OneOf>(&filter.test)) {
    std::set<std::string> different;
    for (const Value& day : days->values) different.insert(std::get<std::string>(day));
    return static_cast<double>(different.size());
  }
  const auto& between = std::get<Between>(filter.test);
  const auto date = [](const std::optional<Value>& value) {
    return value ? calendar::Date::parse(std::get<std::string>(*value)) : std::nullopt;
  };
  const auto ge = date(between.ge);
  const auto gt = date(between.gt);
  const auto le = date(between.le);
  const auto lt = date(between.lt);
  if (!(ge || gt) || !(le || lt)) return no_bound;
  // Of two bounds on one side, either is enough for an upper limit on the span.
  const auto first = ge ? *ge : *gt;
  const auto last = le ? *le : *lt;
  const auto days = (last - first).count() + 1 - (ge ? 0 : 1) - (le ? 0 : 1);
  return static_cast<double>(days);
}

Cap cap_of_days(const Query& query) {
  Cap cap = cap_of_last(query);
  if (query.within) {
    const auto days = static_cast<double>(query.within->count()) + 1;
    lower_cap(
        cap,
        {days, fmt::format("the last {} days and today are {} days", query.within->count(), days),
         "write a longer \"within_days\""});
  }
  for (const Filter& filter : query.where) {
    if (filter.field.name != "on") continue;
    const double days = days_of(filter);
    lower_cap(cap,
              {days, fmt::format("\"on\" holds {}", text::counted(static_cast<long>(days), "day")),
               "name more days in \"on\""});
  }
  return cap;
}

// The interval of a number field, from its range and every filter on it.
Interval field_interval(const Query& query, const Field& field,
                        const std::vector<Interval>& filtered) {
  const Range& range = field.range;
  Interval interval{range.least, range.most, range.whole};
  for (std::size_t i = 0; i < query.where.size(); ++i) {
    if (query.where[i].field != field) continue;
    interval.low = std::max(interval.low, filtered[i].low);
    interval.high = std::min(interval.high, filtered[i].high);
  }
  return interval;
}

Values values_of(const Query& query, const std::vector<Interval>& filtered) {
  using enum Aggregate;
  switch (query.measure) {
    case count: {
      Cap cap = cap_of_last(query);
      return {{0, cap.most, true}, std::move(cap)};
    }
    case days:
    case streak: {
      Cap cap = cap_of_days(query);
      return {{0, cap.most, true}, std::move(cap)};
    }
    case minutes:
    case usd: {
      Cap cap = cap_of_last(query);
      const Field summed = find_field(query.of, name(query.measure)).value();
      const Interval each = field_interval(query, summed, filtered);
      if (std::isinf(each.high)) cap = {};
      if (query.last && !std::isinf(each.high)) {
        if (each.high > 0)
          cap.each = each.high;
        else
          cap.loosen = "let larger ones through";
        cap.most *= each.high;
        cap.reason += fmt::format(", of at most {} {}", each.high, name(query.measure));
      }
      return {{0, cap.most, query.measure == minutes}, std::move(cap)};
    }
    case min:
    case max:
    case latest:
      break;
    case mean: {
      Interval interval = field_interval(query, *query.field, filtered);
      interval.whole = false;
      return {interval, {}};
    }
  }
  return {field_interval(query, *query.field, filtered), {}};
}

// Advises on each filter that nothing passes.
std::vector<Interval> filter_each(const Measured& subject, bool& nothing_matches) {
  const text::Cursor where = subject.place.child("where");
  std::vector<Interval> intervals;
  intervals.reserve(subject.query().where.size());
  for (const Filter& filter : subject.query().where) {
    Interval interval{-no_bound, no_bound, false};
    if (filter.field.type == FieldType::number) {
      const text::Cursor test = where.child(filter.field.name);
      interval = filter_numbers(subject.query().of, filter, test);
      nothing_matches = nothing_matches || interval.empty();
    }
    intervals.push_back(interval);
  }
  return intervals;
}

void advise_unreachable(const Measured& subject, const Values& values, double asked) {
  constexpr double percent = 100;
  const double most = values.interval.high;
  const std::string less = fmt::format("\"at_least\": {} or less", most);
  const text::Cursor at_least = subject.place.child("at_least");
  if (!values.cap.reason.empty()) {
    at_least.advise(fmt::format("can't be reached: {}", values.cap.reason),
                    fmt::format("{}, or {}",
                                fmt::format(fmt::runtime(values.cap.loosen),
                                            std::ceil(asked / values.cap.each)),
                                less));
    return;
  }
  const Field& field = *subject.query().field;
  const bool share = field.range.most == 1 && asked <= percent;
  at_least.advise(fmt::format("can't be reached: \"{}\" of {} is at most {}", field.name,
                              plural(subject.query().of), most),
                  share ? fmt::format("write {}: a share of 1, not percent", asked / percent)
                        : "write " + less);
}

// Advises on bounds that no value satisfies; returns whether there are any.
bool advise_on_unreachable(const Measured& subject, const Values& values) {
  const auto& [query, at_least, at_most] = subject.measure;
  const Interval& interval = values.interval;
  if (at_least && *at_least > interval.high + rounding) {
    advise_unreachable(subject, values, *at_least);
    return true;
  }
  if (at_most && *at_most < interval.low - rounding) {
    subject.place.child("at_most").advise(
        fmt::format("can't be kept: \"{}\" of {} is at least {}", query.field->name,
                    plural(query.of), interval.low),
        fmt::format("write {} or more", interval.low));
    return true;
  }
  if (interval.whole && at_least && at_most &&
      std::ceil(*at_least - rounding) > std::floor(*at_most + rounding)) {
    subject.place.advise("there is no whole number between \"at_least\" and \"at_most\"",
                         fmt::format("write \"at_most\": {}", std::ceil(*at_least)));
    return true;
  }
  return false;
}

// Advises on bounds that every value satisfies; returns whether all the bounds given are such.
bool advise_on_trivial(const Measured& subject, const Values& values) {
  const auto& [query, at_least, at_most] = subject.measure;
  const bool low_is_trivial = at_least && *at_least <= values.interval.low + rounding;
  const bool high_is_trivial = at_most && *at_most >= values.interval.high - rounding;
  const bool always = (!at_least || low_is_trivial) && (!at_most || high_is_trivial);
  const char* when =
      needs_field(query.measure) ? "always met, once there is an entry" : "always met";
  if (low_is_trivial) {
    subject.place.child("at_least")
        .advise(
            fmt::format("at least {} is {}", *at_least, when),
            at_most ? "remove \"at_least\"" : "write a larger number, or remove the requirement");
  }
  if (high_is_trivial) {
    subject.place.child("at_most").advise(
        fmt::format("at most {} is {}", *at_most, when),
        at_least ? "remove \"at_most\"" : "write a smaller number, or remove the requirement");
  }
  return always;
}

bool within_bounds(double value, const Measure& measure) {
  return !(measure.at_least && value < *measure.at_least) &&
         !(measure.at_most && value > *measure.at_most);
}

}  // namespace

Judged judge_measure(const Measure& measure, const text::Cursor& place) {
  const Measured subject{measure, place};
  const bool starts_unknown = needs_field(measure.query.measure);
  const bool none_passes = within_bounds(0, measure);  // a count of nothing is 0
  const rules::Truth counted = none_passes ? rules::Truth::pass : rules::Truth::fail;
  Judged judged{{.pass = true, .fail = true, .unknown = starts_unknown},
                starts_unknown ? rules::Truth::unknown : counted};
  bool nothing_matches = false;
  const std::vector<Interval> filtered = filter_each(subject, nothing_matches);
  if (nothing_matches) {
    judged.attainable = {.pass = !starts_unknown && none_passes,
                         .fail = !starts_unknown && !none_passes,
                         .unknown = starts_unknown};
    judged.reported = true;
    return judged;
  }
  const Values values = values_of(measure.query, filtered);
  const bool unreachable = advise_on_unreachable(subject, values);
  const bool trivial = !unreachable && advise_on_trivial(subject, values);
  judged.attainable.pass = !unreachable;
  judged.attainable.fail = !trivial;
  judged.reported = unreachable || trivial;
  return judged;
}

}  // namespace gradus::lint
