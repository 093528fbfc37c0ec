#include "insight/gate_needs.hpp"

#include <algorithm>
#include <variant>

namespace gradus::insight {
namespace {

using curriculum::Aggregate;
using rules::Explanation;
using rules::Truth;

bool names_days(const curriculum::Query& query) {
  return std::ranges::any_of(query.where, [](const auto& filter) {
    return filter.field.type == curriculum::FieldType::date;
  });
}

// A run that includes today or ended yesterday counts, judging by the newest entries; otherwise a
// new one begins today.
double days_of_run(const Explanation& explained, calendar::Date today) {
  calendar::Days wanted{0};  // how many days ago the run's previous day is
  double run = 0;
  for (const auto& entry : explained.counted.first) {
    const auto ago = today - entry.on;
    if (run == 0 && ago == calendar::Days{1}) wanted = ago;
    if (ago != wanted) continue;
    ++run;
    ++wanted;
  }
  const auto& newest = explained.counted.first;
  const bool today_counts = !newest.empty() && newest.front().on == today;
  return std::max(explained.outcome.need - run - (today_counts ? 0 : 1), 0.0);
}

GateNeed growth(const curriculum::Query& query, const Explanation& explained) {
  const auto& outcome = explained.outcome;
  if (query.measure == Aggregate::count && outcome.missing <= 1.0) return {Waits::one_off};
  return {.waits = *explained.recent > 0 ? Waits::pace : Waits::no_pace,
          .missing = outcome.missing.value_or(0),
          .recent = explained.recent,
          .gains = explained.gains,
          .unit = outcome.unit};
}

GateNeed of_measure(const curriculum::Measure& measure, const Explanation& explained,
                    calendar::Date today) {
  const auto& query = measure.query;
  // Past days can't be filled any more, and a window that moves loses as it gains.
  if (names_days(query)) return {Waits::unpredictable};
  const auto& have = explained.outcome.have;
  const bool over = have && measure.at_most && *have > *measure.at_most;
  const auto either = [](bool any_day) {
    return GateNeed{any_day ? Waits::one_off : Waits::unpredictable};
  };
  switch (query.measure) {
    case Aggregate::min:
      return either(over || !have);
    case Aggregate::max:
      return either(!over);
    case Aggregate::latest:
      return {Waits::one_off};
    case Aggregate::mean:  // without any data yet, the first result may do
      return either(!have);
    case Aggregate::streak:
      if (over || query.last || query.within) return {Waits::unpredictable};
      return {.waits = Waits::streak, .days = days_of_run(explained, today)};
    default:
      if (over || !explained.recent) return {Waits::unpredictable};
      return growth(query, explained);
  }
}

}  // namespace

GateNeed need_of(const Explanation& explained, calendar::Date today) {
  if (explained.outcome.truth == Truth::pass) return {};
  const auto some = [&](std::size_t number) {
    GateNeed need{.needed = number};
    need.parts.reserve(explained.parts.size());
    for (const auto& part : explained.parts) need.parts.push_back(need_of(part, today));
    return need;
  };
  struct Form {
    const decltype(some)& parts;
    const Explanation& explained;
    calendar::Date today;

    GateNeed operator()(const curriculum::All&) const { return parts(explained.parts.size()); }
    GateNeed operator()(const curriculum::Any&) const { return parts(1); }
    GateNeed operator()(const curriculum::Some& form) const { return parts(form.at_least); }
    GateNeed operator()(const curriculum::Not&) const { return {Waits::unpredictable}; }
    GateNeed operator()(const curriculum::Attested&) const { return {}; }
    GateNeed operator()(const curriculum::Delivered&) const { return {}; }
    GateNeed operator()(const curriculum::Measure& measure) const {
      return of_measure(measure, explained, today);
    }
  };
  return std::visit(Form{some, explained, today}, explained.requirement->form);
}

}  // namespace gradus::insight
