#include "lint/target_sums.hpp"

#include <algorithm>
#include <set>

namespace gradus::lint {
namespace {

const Filter* filter_on(const Query& query, std::string_view field) {
  const auto found = std::ranges::find_if(
      query.where, [&](const Filter& filter) { return filter.field.name == field; });
  return found == query.where.end() ? nullptr : &*found;
}

bool lets_through(const Filter* filter, std::string_view text) {
  if (filter == nullptr) return true;
  const auto* one_of = std::get_if<OneOf>(&filter->test);
  return one_of == nullptr ||
         std::ranges::find(one_of->values, Value{std::string(text)}) != one_of->values.end();
}

// The distinct texts a filter names.
std::set<std::string_view> texts_of(const OneOf& one_of) {
  std::set<std::string_view> texts;
  for (const Value& value : one_of.values)
    if (const auto* text = std::get_if<std::string>(&value)) texts.insert(*text);
  return texts;
}

}  // namespace

void Rows::add(const ProblemTarget& row) {
  const auto difficulty = static_cast<std::size_t>(row.difficulty);
  topics_[row.topic.text()].at(difficulty) += row.count;
  all_.at(difficulty) += row.count;
}

void Rows::add(const Rows& rows) {
  for (const auto& [topic, counts] : rows.topics_)
    for (std::size_t i = 0; i < counts.size(); ++i) topics_[topic].at(i) += counts.at(i);
  for (std::size_t i = 0; i < all_.size(); ++i) all_.at(i) += rows.all_.at(i);
}

long Rows::count(const Query& query) const {
  const Filter* topic = filter_on(query, "topic");
  const Filter* difficulty = filter_on(query, "difficulty");
  std::array<bool, difficulties.size()> counted{};
  for (const Difficulty each : difficulties)
    counted.at(static_cast<std::size_t>(each)) = lets_through(difficulty, name(each));
  long sum = 0;
  const auto add = [&](const ByDifficulty& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (counted.at(i)) sum += counts.at(i);
  };
  const auto* one_of = topic == nullptr ? nullptr : std::get_if<OneOf>(&topic->test);
  if (one_of == nullptr) {
    add(all_);
    return sum;
  }
  for (const std::string_view id : texts_of(*one_of)) {
    const auto found = topics_.find(id);
    if (found != topics_.end()) add(found->second);
  }
  return sum;
}

void Targets::add(const Targets& targets) {
  problems.add(targets.problems);
  placed.add(targets.placed);
  for (const auto kind : calendar::block_kinds) minutes.of(kind) += targets.minutes.of(kind);
  weeks += targets.weeks;
}

Targets targets_of(const Tier& tier) {
  Targets targets;
  for (const Week& week : tier.weeks) {
    if (week.retired) continue;
    ++targets.weeks;
    for (const auto kind : calendar::block_kinds) targets.minutes.of(kind) += week.minutes.of(kind);
    for (const ProblemTarget& row : week.problems) targets.problems.add(row);
  }
  for (const ProblemTarget& row : tier.placed_problems) targets.placed.add(row);
  return targets;
}

}  // namespace gradus::lint
