#include "curriculum/survey.hpp"

#include <fmt/format.h>

namespace gradus::curriculum {
namespace {

const Home* find_home(const std::unordered_map<std::string_view, Home>& homes,
                      std::string_view id) {
  const auto found = homes.find(id);
  return found == homes.end() ? nullptr : &found->second;
}

}  // namespace

Survey::Survey(const Curriculum& curriculum, const Place& root, const std::vector<Finding>& errors)
    : curriculum_(curriculum), root_(root) {
  for (const Finding& error : errors) flawed_.insert(error.pointer);
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

void Survey::note_verifiable(const Week& week) {
  for (const Artefact& artefact : week.artefacts) {
    const auto known = artefacts_.find(artefact.id.text());
    if (known != artefacts_.end() && artefact.verify) known->second.verifiable = true;
  }
}

void Survey::enter(const Tier& tier, Rank rank) {
  tiers_.emplace(tier.id.text(), Home{rank, tier.retired});
  for (const Criterion& criterion : tier.exit) criteria_.insert(criterion.id.text());
  for (const Week& week : tier.weeks) {
    const bool retired = tier.retired || week.retired;
    weeks_.emplace(week.id.text(), Home{rank, retired});
    for (const Artefact& artefact : week.artefacts) {
      artefacts_.emplace(artefact.id.text(),
                         Home{rank, retired || artefact.retired, artefact.verify.has_value()});
    }
  }
}

bool Survey::sound(const Place& place) const {
  if (flawed_.empty()) return true;
  std::string pointer = place.pointer();
  if (flawed_.contains(pointer)) return false;
  pointer += '/';
  const auto below = flawed_.lower_bound(pointer);
  return below == flawed_.end() || !below->starts_with(pointer);
}

const Home* Survey::tier(std::string_view id) const {
  return find_home(tiers_, id);
}

const Home* Survey::week(std::string_view id) const {
  return find_home(weeks_, id);
}

const Home* Survey::artefact(std::string_view id) const {
  return find_home(artefacts_, id);
}

bool Survey::retired_topic(std::string_view id) const {
  return retired_topics_.contains(id);
}

bool Survey::retired_resource(std::string_view id) const {
  return retired_resources_.contains(id);
}

bool Survey::has_criterion(std::string_view id) const {
  return criteria_.contains(id);
}

std::string Survey::name_of(Rank rank) const {
  if (rank == beginners) return "the beginners' tier";
  if (rank == the_end) return "the last check";
  return fmt::format("the tier \"{}\"", curriculum_.tiers[rank - first_tier].id.text());
}

}  // namespace gradus::curriculum
