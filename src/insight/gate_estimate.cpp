#include "gradus/insight/gate_estimate.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/curriculum/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iterator>
#include <variant>

namespace gradus::insight {
namespace {

using curriculum::Aggregate;
using curriculum::Difficulty;
using curriculum::EntryType;
using curriculum::Filter;
using curriculum::Query;
using curriculum::Requirement;
using rules::Outcome;
using rules::Truth;

constexpr Minutes one_off{60};            // an artefact or a signature
constexpr Minutes of_any_difficulty{25};  // a problem about which nothing is known

// An item, and what its problems are counted by.
struct Need {
  GateItem item;
  calendar::Days least_days{0};
  const Query* problems = nullptr;
};
using Needs = std::vector<Need>;

Minutes total(const Needs& needs) {
  Minutes sum{0};
  for (const auto& need : needs) sum += need.item.minutes;
  return sum;
}

// The one word that the filters admit for the field.
std::optional<std::string> only_word(const Query& query, std::string_view field) {
  for (const auto& filter : query.where) {
    const auto* words = std::get_if<curriculum::OneOf>(&filter.test);
    if (filter.field.name != field || words == nullptr || words->values.size() != 1) continue;
    if (const auto* word = std::get_if<std::string>(&words->values.front())) return *word;
  }
  return std::nullopt;
}

// What takes no less, part by part.
class Estimator {
 public:
  Estimator(const curriculum::CriterionId& criterion, const SolvingTimes& times,
            const std::vector<curriculum::ProblemTarget>& open_rows)
      : criterion_(criterion), times_(times), open_rows_(open_rows) {}

  [[nodiscard]] Needs needs(const Requirement& requirement, const Outcome& outcome) const {
    if (outcome.truth == Truth::pass) return {};
    return std::visit([&](const auto& form) { return of(form, outcome); }, requirement.form);
  }

 private:
  [[nodiscard]] Needs of(const curriculum::All& all, const Outcome& outcome) const {
    return cheapest(all.parts, outcome, all.parts.size());
  }
  [[nodiscard]] Needs of(const curriculum::Any& any, const Outcome& outcome) const {
    return cheapest(any.parts, outcome, 1);
  }
  [[nodiscard]] Needs of(const curriculum::Some& some, const Outcome& outcome) const {
    return cheapest(some.of_these, outcome, some.at_least);
  }
  [[nodiscard]] Needs of(const curriculum::Not&, const Outcome& outcome) const {
    return {{item(1, outcome.unit, Minutes{0})}};
  }
  [[nodiscard]] Needs of(const curriculum::Attested&, const Outcome&) const {
    return {{item(1, "signatures", one_off)}};
  }
  [[nodiscard]] Needs of(const curriculum::Delivered&, const Outcome&) const {
    return {{item(1, "artefacts", one_off)}};
  }
  [[nodiscard]] Needs of(const curriculum::Measure& measure, const Outcome& outcome) const {
    const auto& query = measure.query;
    const double missing = std::ceil(outcome.missing.value_or(outcome.need));
    const bool over = outcome.have && measure.at_most && *outcome.have > *measure.at_most;
    if (over) return {{item(missing, outcome.unit, Minutes{0})}};
    const auto count = static_cast<int>(std::min(missing, 1e6));
    if (query.measure == Aggregate::minutes) return {{item(missing, outcome.unit, Minutes{count})}};
    if (query.measure == Aggregate::streak)
      return {{item(missing, outcome.unit, Minutes{0}), calendar::Days{count}}};
    if (query.measure != Aggregate::count) return {{item(missing, outcome.unit, Minutes{0})}};
    if (query.of == EntryType::problem) {
      auto problems = item(missing, outcome.unit, Minutes{0});
      add_time(problems, count, query);
      return {{std::move(problems), {}, &query}};
    }
    const bool by_hand = query.of == EntryType::artefact || query.of == EntryType::attestation;
    return {{item(missing, outcome.unit, by_hand ? one_off * count : Minutes{0})}};
  }

  [[nodiscard]] GateItem item(double missing, const std::string& unit, Minutes minutes) const {
    return {criterion_, missing, unit, minutes, false, minutes, minutes};
  }

  // The parts that take least, as many as are needed besides those that pass.
  [[nodiscard]] Needs cheapest(const std::vector<Requirement>& parts, const Outcome& outcome,
                               std::size_t number) const {
    std::vector<Needs> open;
    for (std::size_t i = 0; i < parts.size() && i < outcome.parts.size(); ++i) {
      if (outcome.parts[i].truth == Truth::pass)
        number -= number > 0 ? 1 : 0;
      else
        open.push_back(needs(parts[i], outcome.parts[i]));
    }
    std::ranges::stable_sort(open, {}, [](const Needs& each) { return total(each); });
    Needs all;
    for (std::size_t i = 0; i < std::min(number, open.size()); ++i)
      std::ranges::move(open[i], std::back_inserter(all));
    return all;
  }

  // The learner's own times for such problems.
  [[nodiscard]] std::optional<Typical> own_time(const std::optional<std::string>& topic,
                                                std::optional<Difficulty> difficulty) const {
    if (topic && difficulty) {
      const auto own = times_.by_kind.find({curriculum::TopicId(*topic), *difficulty});
      if (own != times_.by_kind.end()) return own->second;
    }
    if (difficulty) {
      const auto own = times_.by_difficulty.find(*difficulty);
      if (own != times_.by_difficulty.end()) return own->second;
    }
    return times_.all;
  }

  void add_time(GateItem& problems, int count, const Query& query) const {
    const auto topic = only_word(query, curriculum::field::topic);
    const auto word = only_word(query, curriculum::field::difficulty);
    const auto difficulty = word ? curriculum::difficulties.parse(*word) : std::nullopt;
    if (const auto own = own_time(topic, difficulty)) {
      problems.own = true;
      problems.minutes = own->middle * count;
      problems.low = own->low * count;
      problems.high = own->high * count;
      return;
    }
    problems.minutes = difficulty ? usual_time(*difficulty) * count : by_rows(count, topic);
    problems.low = problems.high = problems.minutes;
  }

  // By the usual times of the rows that are still open.
  [[nodiscard]] Minutes by_rows(int count, const std::optional<std::string>& topic) const {
    Minutes sum{0};
    for (const auto& row : open_rows_) {
      if (topic && row.topic.text() != *topic) continue;
      const int taken = std::min(count, row.count);
      sum += usual_time(row.difficulty) * taken;
      count -= taken;
    }
    return sum + of_any_difficulty * count;
  }

  const curriculum::CriterionId& criterion_;
  const SolvingTimes& times_;
  const std::vector<curriculum::ProblemTarget>& open_rows_;
};

// Whether whatever passes `inner` passes `outer` as well.
bool contains(const Filter& outer, const Filter& inner) {
  if (outer == inner) return true;
  const auto* more = std::get_if<curriculum::OneOf>(&outer.test);
  const auto* fewer = std::get_if<curriculum::OneOf>(&inner.test);
  if (outer.field.name != inner.field.name || more == nullptr || fewer == nullptr) return false;
  return std::ranges::all_of(fewer->values, [&](const auto& value) {
    return std::ranges::find(more->values, value) != more->values.end();
  });
}

bool contains(const Query& outer, const Query& inner) {
  if (outer.tiers != inner.tiers) return false;
  return std::ranges::all_of(outer.where, [&](const Filter& filter) {
    return std::ranges::any_of(inner.where,
                               [&](const Filter& narrower) { return contains(filter, narrower); });
  });
}

bool serve_each_other(const Need& a, const Need& b) {
  return a.problems != nullptr && b.problems != nullptr &&
         (contains(*a.problems, *b.problems) || contains(*b.problems, *a.problems));
}

}  // namespace

GateEstimate gate_estimate(const rules::Verdict& gate, const SolvingTimes& times,
                           const std::vector<curriculum::ProblemTarget>& open_rows) {
  Needs needs;
  for (const auto& criterion : gate.criteria) {
    if (criterion.status == rules::Status::pass || criterion.status == rules::Status::waived)
      continue;
    if (!criterion.requirement) continue;
    const Estimator estimator(criterion.id, times, open_rows);
    std::ranges::move(estimator.needs(*criterion.requirement, criterion.outcome),
                      std::back_inserter(needs));
  }
  std::ranges::stable_sort(needs, std::greater{},
                           [](const Need& need) { return need.item.minutes; });
  GateEstimate estimate;
  Needs counted;
  for (auto& need : needs) {
    const bool served = std::ranges::any_of(
        counted, [&](const Need& larger) { return serve_each_other(need, larger); });
    if (served) continue;
    estimate.minutes += need.item.minutes;
    estimate.low += need.item.low;
    estimate.high += need.item.high;
    estimate.least_days = std::max(estimate.least_days, need.least_days);
    counted.push_back(need);
  }
  for (auto& need : counted) estimate.items.push_back(std::move(need.item));
  return estimate;
}

namespace {

// Items of one unit together, timed ones first.
std::vector<GateItem> by_unit(const GateEstimate& estimate) {
  std::vector<GateItem> units;
  for (const auto& item : estimate.items) {
    const auto same = std::ranges::find_if(units, [&](const GateItem& each) {
      return each.unit == item.unit && (each.minutes > Minutes{0}) == (item.minutes > Minutes{0});
    });
    if (same == units.end()) {
      units.push_back(item);
    } else {
      same->missing += item.missing;
      same->minutes += item.minutes;
      same->own = same->own && item.own;
    }
  }
  return units;
}

// "1 signature", "3 signatures".
std::string amount(const GateItem& item) {
  auto unit = item.unit;
  if (item.missing == 1 && unit.ends_with('s')) unit.pop_back();
  return fmt::format("{:g} {}", item.missing, unit);
}

}  // namespace

std::string in_words(const GateEstimate& estimate) {
  std::string timed;
  std::string untimed;
  for (const auto& item : by_unit(estimate)) {
    auto& list = item.minutes > Minutes{0} ? timed : untimed;
    list += list.empty() ? "" : ", ";
    if (item.minutes == Minutes{0})
      list += amount(item);
    else if (item.unit == "minutes")
      list += calendar::format_duration(item.minutes) + " of study";
    else
      list += fmt::format("{} in {}{}", amount(item), calendar::format_duration(item.minutes),
                          item.own ? " at your pace" : "");
  }
  auto words = fmt::format("the gate needs about {}", calendar::format_duration(estimate.minutes));
  if (estimate.low < estimate.high)
    words += fmt::format(" ({} to {})", calendar::format_duration(estimate.low),
                         calendar::format_duration(estimate.high));
  if (!timed.empty()) words += ": " + timed;
  if (!untimed.empty()) words += "; and, without a time, " + untimed;
  return words;
}

}  // namespace gradus::insight
