#include "gradus/curriculum/model.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/text/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::curriculum {
namespace {

// The hint names what is near, or else what there is.
Error unknown(std::string_view noun, std::string_view wrong, std::string_view place,
              const std::vector<std::string>& known) {
  return Error{fmt::format("no {} \"{}\" in {}", noun, wrong, place),
               text::nearest_or_all(wrong, known)};
}

constexpr std::string_view this_curriculum = "this curriculum";

template <class Item>
const Item* find_in(const std::vector<Item>& items, const std::string& id) {
  const auto found = std::ranges::find(
      items, id, [](const Item& item) -> const std::string& { return item.id.text(); });
  return found == items.end() ? nullptr : &*found;
}

template <class Item>
void add_ids(const std::vector<Item>& items, std::vector<std::string>& ids) {
  for (const Item& item : items) ids.push_back(item.id.text());
}

template <class Item>
const Item& find_or_throw(const std::vector<Item>& items, const std::string& id,
                          std::string_view noun, std::string_view place) {
  if (const Item* item = find_in(items, id)) return *item;
  std::vector<std::string> known;
  add_ids(items, known);
  throw unknown(noun, id, place, known);
}

[[noreturn]] void throw_no_week(const Curriculum& curriculum, const std::string& id) {
  std::vector<std::string> known;
  for (const Tier& tier : curriculum.tiers) add_ids(tier.weeks, known);
  throw unknown("week", id, this_curriculum, known);
}

// Whether the word is the week's id or title, in any case.
bool names(const Week& week, std::string_view word) {
  const auto wanted = lower(word);
  return lower(week.id.text()) == wanted || lower(week.title) == wanted;
}

// "; its topics are pandas-joins, pandas-groups".
std::string topics_of(const Week& week) {
  std::vector<std::string> topics;
  for (const auto& row : week.problems)
    if (std::ranges::find(topics, row.topic.text()) == topics.end())
      topics.push_back(row.topic.text());
  if (topics.empty()) return "";
  return fmt::format("; its topics: {}", fmt::join(topics, ", "));
}

}  // namespace

Minutes& WeekMinutes::of(calendar::BlockKind kind) {
  switch (kind) {
    case calendar::BlockKind::read:
      return read;
    case calendar::BlockKind::lab:
      return lab;
    case calendar::BlockKind::review:
      break;
  }
  return review;
}

Minutes WeekMinutes::of(calendar::BlockKind kind) const {
  WeekMinutes copy = *this;
  return copy.of(kind);
}

const Tier& find_tier(const Curriculum& curriculum, const std::string& id) {
  return find_or_throw(curriculum.tiers, id, "tier", this_curriculum);
}

const Tier& find_tier_in_force(const Curriculum& curriculum, const std::string& id) {
  const Tier& tier = find_tier(curriculum, id);
  if (!tier.retired) return tier;
  std::vector<std::string> others;
  for (const Tier& other : curriculum.tiers)
    if (!other.retired) others.push_back(other.id.text());
  throw Error{fmt::format("the tier {} is retired: neither this version of the curriculum nor "
                          "your stack of it asks for it",
                          id),
              fmt::format("choose from {}", fmt::join(others, ", "))};
}

ArtefactTitles artefact_titles(const Curriculum& curriculum) {
  ArtefactTitles titles;
  for (const auto& tier : curriculum.tiers)
    for (const auto& week : tier.weeks)
      for (const auto& artefact : week.artefacts) titles.emplace(artefact.id, artefact.title);
  return titles;
}

std::string topic_title(const Curriculum& curriculum, const TopicId& topic) {
  const auto found = std::ranges::find(curriculum.topics, topic, &Topic::id);
  return found == curriculum.topics.end() ? topic.text() : found->title;
}

const Topic& find_topic(const Curriculum& curriculum, const std::string& id) {
  if (const Topic* topic = find_in(curriculum.topics, id)) return *topic;
  for (const Tier& tier : curriculum.tiers)
    for (const Week& week : tier.weeks)
      if (names(week, id))
        throw Error{fmt::format("no topic \"{}\" in {}", id, this_curriculum),
                    fmt::format("that is the week {}: --week {}{}", week.id.text(), week.id.text(),
                                topics_of(week))};
  return find_or_throw(curriculum.topics, id, "topic", this_curriculum);
}

const Week& find_week(const Curriculum& curriculum, const std::string& id) {
  for (const Tier& tier : curriculum.tiers) {
    if (const Week* week = find_in(tier.weeks, id)) return *week;
  }
  throw_no_week(curriculum, id);
}

const Artefact& find_artefact(const Curriculum& curriculum, const std::string& id) {
  std::vector<std::string> known;
  for (const Tier& tier : curriculum.tiers) {
    for (const Week& week : tier.weeks) {
      if (const Artefact* artefact = find_in(week.artefacts, id)) return *artefact;
      add_ids(week.artefacts, known);
    }
  }
  throw unknown("artefact", id, this_curriculum, known);
}

const Week* week_of_artefact(const Curriculum& curriculum, const ArtefactId& id) {
  for (const Tier& tier : curriculum.tiers)
    for (const Week& week : tier.weeks)
      if (find_in(week.artefacts, id.text()) != nullptr) return &week;
  return nullptr;
}

const Stack& find_stack(const Curriculum& curriculum, const std::string& id) {
  return find_or_throw(curriculum.stacks, id, "stack", this_curriculum);
}

const Criterion& find_criterion(const Tier& tier, const std::string& id) {
  return find_or_throw(tier.exit, id, "criterion", fmt::format("tier {}", tier.id.text()));
}

const Tier& tier_of(const Curriculum& curriculum, const WeekId& week) {
  for (const Tier& tier : curriculum.tiers) {
    if (find_in(tier.weeks, week.text()) != nullptr) return tier;
  }
  throw_no_week(curriculum, week.text());
}

Curriculum with_beginner(Curriculum curriculum) {
  if (!curriculum.beginner) {
    throw Error{
        fmt::format("the curriculum {} has no foundations for beginners", curriculum.id.text()),
        "leave out --beginner"};
  }
  curriculum.tiers.insert(curriculum.tiers.begin(), *curriculum.beginner);
  return curriculum;
}

}  // namespace gradus::curriculum
