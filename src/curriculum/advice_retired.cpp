#include "curriculum/advice.hpp"

#include <fmt/format.h>

namespace gradus::curriculum {
namespace {

void advise_retired(const Place& place, std::string_view noun, const std::string& id) {
  place.advise(fmt::format("the {} \"{}\" is retired", noun, id),
               fmt::format("name another {}, or take \"retired\" out of that one", noun));
}

// Rows of problems, by what the text says: those that were not read are passed over.
void advise_on_rows(const Survey& survey, const Place& rows) {
  if (!rows.is(Node::Kind::list) || !survey.sound(rows)) return;
  for (std::size_t i = 0; i < rows.node().items().size(); ++i) {
    const Place row = rows.item(i);
    const Place topic = row.child("topic");
    if (topic.is(Node::Kind::text) && survey.retired_topic(topic.node().text()))
      advise_retired(topic, "topic", topic.node().text());
  }
}

void advise_on_resources(const Survey& survey, const Place& list) {
  if (!list.is(Node::Kind::list) || !survey.sound(list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const Place resource = list.item(i);
    if (survey.retired_resource(resource.node().text()))
      advise_retired(resource, "resource", resource.node().text());
  }
}

void advise_on_week_items(const Survey& survey, const Place& week) {
  advise_on_rows(survey, week.child("problems"));
  advise_on_resources(survey, week.child("resources"));
}

void advise_on_patches(const Survey& survey) {
  const Place stacks = survey.root().child("stacks");
  for (std::size_t i = 0; i < survey.curriculum().stacks.size(); ++i) {
    const Place stack = stacks.item(i);
    const Place weeks = stack.child("weeks");
    if (survey.curriculum().stacks[i].retired || !weeks.is(Node::Kind::object)) continue;
    each_member(weeks, [&](const std::string& key, const Place& patch) {
      const Home* week = survey.week(key);
      if (week == nullptr || !survey.sound(patch)) return;
      if (week->retired) advise_retired(patch, "week", key);
      if (!week->retired) advise_on_week_items(survey, patch);
    });
  }
}

void advise_on_tiers_of_resources(const Survey& survey) {
  const Place resources = survey.root().child("resources");
  for (std::size_t i = 0; i < survey.curriculum().resources.size(); ++i) {
    const Resource& resource = survey.curriculum().resources[i];
    const Place place = resources.item(i);
    const Place tiers = place.child("tiers");
    if (resource.retired || !tiers.present() || !survey.sound(tiers)) continue;
    for (std::size_t k = 0; k < resource.tiers.size(); ++k) {
      const Home* tier = survey.tier(resource.tiers[k].text());
      if (tier != nullptr && tier->retired)
        advise_retired(tiers.item(k), "tier", resource.tiers[k].text());
    }
  }
}

}  // namespace

void advise_on_retired(const Survey& survey) {
  each_tier(survey, [&](const Tier& tier, Rank, const Place& place) {
    advise_on_rows(survey, place.child("placed_problems"));
    const Place weeks = place.child("weeks");
    for (std::size_t i = 0; i < tier.weeks.size(); ++i)
      if (!tier.weeks[i].retired) advise_on_week_items(survey, weeks.item(i));
  });
  advise_on_patches(survey);
  advise_on_tiers_of_resources(survey);
}

}  // namespace gradus::curriculum
