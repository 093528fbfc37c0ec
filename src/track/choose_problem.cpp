#include "gradus/track/choose_problem.hpp"

#include "gradus/track/assign_week.hpp"
#include "gradus/track/gate.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace gradus::track {
namespace {

using curriculum::Difficulty;
using curriculum::OneOf;
using curriculum::ProblemTarget;
using curriculum::Query;
using curriculum::Requirement;
using curriculum::TopicId;

// The words that the filters admit for the field; nullptr: any.
const OneOf* admitted(const Query& query, std::string_view field) {
  for (const auto& filter : query.where)
    if (filter.field.name == field)
      if (const auto* words = std::get_if<OneOf>(&filter.test)) return words;
  return nullptr;
}

bool admits(const OneOf* words, std::string_view word) {
  return words == nullptr ||
         std::ranges::find(words->values, curriculum::Value(std::string(word))) !=
             words->values.end();
}

std::optional<std::pair<TopicId, Difficulty>> kind_counted(const Query& query,
                                                           const std::vector<ProblemTarget>& rows) {
  const auto* topics = admitted(query, curriculum::field::topic);
  const auto* difficulties = admitted(query, curriculum::field::difficulty);
  for (const auto& row : rows)
    if (admits(topics, row.topic.text()) && admits(difficulties, name(row.difficulty)))
      return std::pair(row.topic, row.difficulty);
  if (topics == nullptr || difficulties == nullptr) return std::nullopt;
  const auto difficulty =
      curriculum::difficulties.parse(std::get<std::string>(difficulties->values.front()));
  if (!difficulty) return std::nullopt;
  return std::pair(TopicId(std::get<std::string>(topics->values.front())), *difficulty);
}

// Calls `visit` with each count of problems in the tree that is too low.
template <class Visit>
void each_lack(const Requirement& requirement, const rules::Outcome& outcome, const Visit& visit) {
  if (outcome.truth == rules::Truth::pass ||
      std::holds_alternative<curriculum::Not>(requirement.form))
    return;
  const auto parts = curriculum::parts_of(requirement);
  for (std::size_t i = 0; i < parts.size() && i < outcome.parts.size(); ++i)
    each_lack(parts[i], outcome.parts[i], visit);
  const auto* measure = std::get_if<curriculum::Measure>(&requirement.form);
  if (measure == nullptr || measure->query.of != curriculum::EntryType::problem) return;
  if (measure->at_least && outcome.have.value_or(0) < *measure->at_least) visit(measure->query);
}

std::vector<ProblemTarget> all_rows(const curriculum::Curriculum& curriculum,
                                    const curriculum::Tier* only) {
  std::vector<ProblemTarget> rows;
  for (const auto& tier : curriculum.tiers) {
    if (tier.retired || (only != nullptr && &tier != only)) continue;
    for (const auto& week : tier.weeks)
      if (!week.retired) std::ranges::copy(week.problems, std::back_inserter(rows));
  }
  return rows;
}

}  // namespace

std::optional<AskedProblem> choose_problem(const std::vector<AskedProblem>& asked,
                                           const std::optional<TopicId>& topic,
                                           std::optional<Difficulty> difficulty) {
  const auto chosen = std::ranges::find_if(asked, [&](const AskedProblem& each) {
    return each.topic == topic.value_or(each.topic) &&
           each.difficulty == difficulty.value_or(each.difficulty);
  });
  return chosen == asked.end() ? std::nullopt : std::optional(*chosen);
}

std::vector<AskedProblem> lacking_problems(const rules::Verdict& gate,
                                           const std::vector<ProblemTarget>& rows) {
  std::vector<AskedProblem> lacking;
  for (const auto& criterion : gate.criteria) {
    if (criterion.status == rules::Status::waived || !criterion.requirement) continue;
    each_lack(*criterion.requirement, criterion.outcome, [&](const Query& query) {
      if (auto kind = kind_counted(query, rows))
        lacking.push_back({std::move(kind->first), kind->second, criterion.id});
    });
  }
  return lacking;
}

std::vector<AskedProblem> asked_problems(const store::Store& store, const LoadedTrack& track,
                                         calendar::Date day,
                                         const std::optional<std::string>& week) {
  const auto named = week ? std::optional(named_week(track, *week)) : std::nullopt;
  const auto* tier = named ? &curriculum::tier_of(track.curriculum, *named)
                           : rules::open_tier(track.curriculum, track.states);
  std::vector<AskedProblem> asked;
  if (tier != nullptr)
    asked = WeekAssigner(track, read_standing(store, track)).open_rows(*tier, named, day);
  std::ranges::move(
      lacking_problems(check_gate(store, track, tier, day), all_rows(track.curriculum, tier)),
      std::back_inserter(asked));
  return asked;
}

}  // namespace gradus::track
