#include "lint/curriculum_index.hpp"

#include <fmt/format.h>

namespace gradus::lint {
namespace {

const Location* find_home(const std::unordered_map<std::string_view, Location>& homes,
                          std::string_view id) {
  const auto found = homes.find(id);
  return found == homes.end() ? nullptr : &found->second;
}

}  // namespace

CurriculumIndex::CurriculumIndex(const Curriculum& curriculum, const text::Cursor& root,
                                 const std::vector<text::Finding>& errors)
    : curriculum_(curriculum), root_(root) {
  for (const text::Finding& error : errors) flawed_.insert(error.pointer);
  for (std::size_t i = 0; i < curriculum.tiers.size(); ++i)
    enter(curriculum.tiers[i], first_tier + i);
  if (curriculum.beginner) enter(*curriculum.beginner, beginners);
  for (const Criterion& criterion : curriculum.finish) criteria_.insert(criterion.id.text());
  for (const Topic& topic : curriculum.topics)
    if (topic.retired) retired_topics_.insert(topic.id.text());
  for (const Resource& resource : curriculum.resources)
    if (resource.retired) retired_resources_.insert(resource.id.text());
  for (const Stack& stack : curriculum.stacks)
    for (const auto& patched : stack.weeks) note_verifiable(patched.second);
}

void CurriculumIndex::note_verifiable(const Week& week) {
  for (const Artefact& artefact : week.artefacts) {
    const auto known = artefacts_.find(artefact.id.text());
    if (known != artefacts_.end() && artefact.verify) known->second.verifiable = true;
  }
}

void CurriculumIndex::enter(const Tier& tier, TierOrder order) {
  tiers_.emplace(tier.id.text(), Location{order, tier.retired});
  for (const Criterion& criterion : tier.exit) criteria_.insert(criterion.id.text());
  for (const Week& week : tier.weeks) {
    const bool retired = tier.retired || week.retired;
    weeks_.emplace(week.id.text(), Location{order, retired});
    for (const Artefact& artefact : week.artefacts) {
      artefacts_.emplace(artefact.id.text(),
                         Location{order, retired || artefact.retired, artefact.verify.has_value()});
    }
  }
}

bool CurriculumIndex::sound(const text::Cursor& place) const {
  if (flawed_.empty()) return true;
  std::string pointer = place.pointer();
  if (flawed_.contains(pointer)) return false;
  pointer += '/';
  const auto below = flawed_.lower_bound(pointer);
  return below == flawed_.end() || !below->starts_with(pointer);
}

const Location* CurriculumIndex::tier(std::string_view id) const {
  return find_home(tiers_, id);
}

const Location* CurriculumIndex::week(std::string_view id) const {
  return find_home(weeks_, id);
}

const Location* CurriculumIndex::artefact(std::string_view id) const {
  return find_home(artefacts_, id);
}

bool CurriculumIndex::retired_topic(std::string_view id) const {
  return retired_topics_.contains(id);
}

bool CurriculumIndex::retired_resource(std::string_view id) const {
  return retired_resources_.contains(id);
}

bool CurriculumIndex::has_criterion(std::string_view id) const {
  return criteria_.contains(id);
}

std::string CurriculumIndex::name_of(TierOrder order) const {
  if (order == beginners) return "the beginners' tier";
  if (order == the_end) return "the last check";
  return fmt::format("the tier \"{}\"", curriculum_.tiers[order - first_tier].id.text());
}

}  // namespace gradus::lint
