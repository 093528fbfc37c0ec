#pragma once

#include "gradus/curriculum/model.hpp"

#include "curriculum/reader.hpp"

#include <cstddef>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gradus::curriculum {

// A place in the order in which tiers are studied.
using Rank = std::size_t;
inline constexpr Rank beginners = 0;  // the foundations, which only some learners study
inline constexpr Rank first_tier = 1;
inline constexpr Rank the_end = std::numeric_limits<Rank>::max();  // after the last tier

// Where a tier, a week or an artefact stands.
struct Home {
  Rank rank;
  bool retired;             // it, or what it stands in
  bool verifiable = false;  // an artefact that says what to look for, in some stack at least
};

// A curriculum and the text it was read from, side by side, for those who advise its author.
class Survey {
 public:
  // `errors` are the findings of the reading: what holds one was read as a stand-in.
  Survey(const Curriculum& curriculum, const Place& root, const std::vector<Finding>& errors);

  [[nodiscard]] const Curriculum& curriculum() const { return curriculum_; }
  [[nodiscard]] const Place& root() const { return root_; }
  // Whether the place was read as it stands: no error lies at it or below.
  [[nodiscard]] bool sound(const Place& place) const;

  // Nothing for what was not declared.
  [[nodiscard]] const Home* tier(std::string_view id) const;
  [[nodiscard]] const Home* week(std::string_view id) const;
  [[nodiscard]] const Home* artefact(std::string_view id) const;
  [[nodiscard]] bool retired_topic(std::string_view id) const;
  [[nodiscard]] bool retired_resource(std::string_view id) const;
  [[nodiscard]] bool has_criterion(std::string_view id) const;
  // "the tier \"sql\"", "the beginners' tier", "the last check".
  [[nodiscard]] std::string name_of(Rank rank) const;

 private:
  void note_verifiable(const Week& week);
  void enter(const Tier& tier, Rank rank);

  using Homes = std::unordered_map<std::string_view, Home>;

  const Curriculum& curriculum_;
  const Place& root_;
  std::set<std::string, std::less<>> flawed_;  // pointers
  Homes tiers_, weeks_, artefacts_;
  std::set<std::string_view> retired_topics_, retired_resources_, criteria_;
};

// A list of criteria, with where it stands.
struct Gate {
  const Tier* tier;  // none: the last check
  Rank rank;
  const std::vector<Criterion>& criteria;
  Place list;
};

// Each tier that is not retired, with its place.
template <class Visit>
void each_tier(const Survey& survey, Visit visit) {
  const Curriculum& curriculum = survey.curriculum();
  const Place tiers = survey.root().child("tiers");
  for (std::size_t i = 0; i < curriculum.tiers.size(); ++i)
    if (!curriculum.tiers[i].retired) visit(curriculum.tiers[i], first_tier + i, tiers.item(i));
  const Place beginner = survey.root().child("beginner");
  if (curriculum.beginner && !curriculum.beginner->retired)
    visit(*curriculum.beginner, beginners, beginner);
}

// Each gate, in the order of each_tier, the last check at the end.
template <class Visit>
void each_gate(const Survey& survey, Visit visit) {
  each_tier(survey, [&](const Tier& tier, Rank rank, const Place& place) {
    visit(Gate{&tier, rank, tier.exit, place.child("exit")});
  });
  visit(Gate{nullptr, the_end, survey.curriculum().finish, survey.root().child("finish")});
}

// Each criterion of a gate that is not retired and was read without an error, with its place.
template <class Visit>
void each_criterion(const Survey& survey, const Gate& gate, Visit visit) {
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    const Place place = gate.list.item(i);
    if (!gate.criteria[i].retired && survey.sound(place)) visit(gate.criteria[i], place);
  }
}

}  // namespace gradus::curriculum
