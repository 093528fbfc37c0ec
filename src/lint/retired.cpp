#include "lint/lints.hpp"

#include <fmt/format.h>

namespace gradus::lint {
namespace {

void advise_retired(const text::Cursor& place, std::string_view noun, const std::string& id) {
  place.advise(fmt::format("the {} \"{}\" is retired", noun, id),
               fmt::format("name another {}, or remove \"retired\" from that one", noun));
}

// Rows of problems, as the text has them: those that were not read are skipped.
void advise_on_rows(const CurriculumIndex& index, const text::Cursor& rows) {
  if (!rows.is(text::Node::Kind::list) || !index.sound(rows)) return;
  for (std::size_t i = 0; i < rows.node().items().size(); ++i) {
    const text::Cursor row = rows.item(i);
    const text::Cursor topic = row.child("topic");
    if (topic.is(text::Node::Kind::text) && index.retired_topic(topic.node().text()))
      advise_retired(topic, "topic", topic.node().text());
  }
}

void advise_on_resources(const CurriculumIndex& index, const text::Cursor& list) {
  if (!list.is(text::Node::Kind::list) || !index.sound(list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const text::Cursor resource = list.item(i);
    if (index.retired_resource(resource.node().text()))
      advise_retired(resource, "resource", resource.node().text());
  }
}

void advise_on_week_items(const CurriculumIndex& index, const text::Cursor& week) {
  advise_on_rows(index, week.child("problems"));
  advise_on_resources(index, week.child("resources"));
}

void advise_on_patches(const CurriculumIndex& index) {
  const text::Cursor stacks = index.root().child("stacks");
  for (std::size_t i = 0; i < index.curriculum().stacks.size(); ++i) {
    const text::Cursor stack = stacks.item(i);
    const text::Cursor weeks = stack.child("weeks");
    if (index.curriculum().stacks[i].retired || !weeks.is(text::Node::Kind::object)) continue;
    each_member(weeks, [&](const std::string& key, const text::Cursor& patch) {
      const Location* week = index.week(key);
      if (week == nullptr || !index.sound(patch)) return;
      if (week->retired) advise_retired(patch, "week", key);
      if (!week->retired) advise_on_week_items(index, patch);
    });
  }
}

void advise_on_tiers_of_resources(const CurriculumIndex& index) {
  const text::Cursor resources = index.root().child("resources");
  for (std::size_t i = 0; i < index.curriculum().resources.size(); ++i) {
    const Resource& resource = index.curriculum().resources[i];
    const text::Cursor place = resources.item(i);
    const text::Cursor tiers = place.child("tiers");
    if (resource.retired || !tiers.present() || !index.sound(tiers)) continue;
    for (std::size_t k = 0; k < resource.tiers.size(); ++k) {
      const Location* tier = index.tier(resource.tiers[k].text());
      if (tier != nullptr && tier->retired)
        advise_retired(tiers.item(k), "tier", resource.tiers[k].text());
    }
  }
}

}  // namespace

void advise_on_retired(const CurriculumIndex& index) {
  each_tier(index, [&](const Tier& tier, TierOrder, const text::Cursor& place) {
    advise_on_rows(index, place.child("placed_problems"));
    const text::Cursor weeks = place.child("weeks");
    for (std::size_t i = 0; i < tier.weeks.size(); ++i)
      if (!tier.weeks[i].retired) advise_on_week_items(index, weeks.item(i));
  });
  advise_on_patches(index);
  advise_on_tiers_of_resources(index);
}

}  // namespace gradus::lint
