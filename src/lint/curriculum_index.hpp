#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/text/reader.hpp"

#include <cstddef>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gradus::lint {

using namespace curriculum;  // lint speaks of little else

// A position in the order in which tiers are studied.
using TierOrder = std::size_t;
inline constexpr TierOrder beginners = 0;  // the foundations, which only some learners study
inline constexpr TierOrder first_tier = 1;
inline constexpr TierOrder the_end = std::numeric_limits<TierOrder>::max();  // after the last tier

// Where a tier, a week or an artefact is.
struct Location {
  TierOrder order;
  bool retired;             // itself, or what contains it
  bool verifiable = false;  // an artefact with a `verify`, in at least one stack
};

// A curriculum and the text it was read from, side by side, for advising its author.
class CurriculumIndex {
 public:
  // `errors` are the reading's findings: where there is one, a placeholder was read.
  CurriculumIndex(const Curriculum& curriculum, const text::Cursor& root,
                  const std::vector<text::Finding>& errors);

  [[nodiscard]] const Curriculum& curriculum() const { return curriculum_; }
  [[nodiscard]] const text::Cursor& root() const { return root_; }
  // Whether the place was read as written: no error is at it or below it.
  [[nodiscard]] bool sound(const text::Cursor& place) const;

  // nullptr if it was not declared.
  [[nodiscard]] const Location* tier(std::string_view id) const;
  [[nodiscard]] const Location* week(std::string_view id) const;
  [[nodiscard]] const Location* artefact(std::string_view id) const;
  [[nodiscard]] bool retired_topic(std::string_view id) const;
  [[nodiscard]] bool retired_resource(std::string_view id) const;
  [[nodiscard]] bool has_criterion(std::string_view id) const;
  // "the tier \"sql\"", "the beginners' tier", "the last check".
  [[nodiscard]] std::string name_of(TierOrder order) const;

 private:
  void note_verifiable(const Week& week);
  void enter(const Tier& tier, TierOrder order);

  using Locations = std::unordered_map<std::string_view, Location>;

  const Curriculum& curriculum_;
  const text::Cursor& root_;
  std::set<std::string, std::less<>> flawed_;  // pointers
  Locations tiers_, weeks_, artefacts_;
  std::set<std::string_view> retired_topics_, retired_resources_, criteria_;
};

// A list of criteria and its place in the text.
struct Gate {
  const Tier* tier;  // nullptr: the last check
  TierOrder order;
  const std::vector<Criterion>& criteria;
  text::Cursor list;
};

// Visits each tier that is not retired, with its place.
template <class Visit>
void each_tier(const CurriculumIndex& index, Visit visit) {
  const Curriculum& curriculum = index.curriculum();
  const text::Cursor tiers = index.root().child("tiers");
  for (std::size_t i = 0; i < curriculum.tiers.size(); ++i)
    if (!curriculum.tiers[i].retired) visit(curriculum.tiers[i], first_tier + i, tiers.item(i));
  const text::Cursor beginner = index.root().child("beginner");
  if (curriculum.beginner && !curriculum.beginner->retired)
    visit(*curriculum.beginner, beginners, beginner);
}

// Visits each gate, in the order of each_tier, the last check at the end.
template <class Visit>
void each_gate(const CurriculumIndex& index, Visit visit) {
  each_tier(index, [&](const Tier& tier, TierOrder order, const text::Cursor& place) {
    visit(Gate{&tier, order, tier.exit, place.child("exit")});
  });
  visit(Gate{nullptr, the_end, index.curriculum().finish, index.root().child("finish")});
}

// Visits each criterion of the gate that is not retired and was read without error, with its place.
template <class Visit>
void each_criterion(const CurriculumIndex& index, const Gate& gate, Visit visit) {
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    const text::Cursor place = gate.list.item(i);
    if (!gate.criteria[i].retired && index.sound(place)) visit(gate.criteria[i], place);
  }
}

}  // namespace gradus::lint
