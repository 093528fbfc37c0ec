#pragma once

#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/model.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::curriculum {

// What has an id of its own, and so keeps its history from one version of a curriculum to the next.
enum class ItemKind { tier, week, artefact, criterion, topic, resource, stack };
inline constexpr auto item_kinds = named<ItemKind>({{ItemKind::tier, "tier"},
                                                    {ItemKind::week, "week"},
                                                    {ItemKind::artefact, "artefact"},
                                                    {ItemKind::criterion, "criterion"},
                                                    {ItemKind::topic, "topic"},
                                                    {ItemKind::resource, "resource"},
                                                    {ItemKind::stack, "stack"}});
[[nodiscard]] constexpr std::string_view name(ItemKind kind) {
  return item_kinds.name(kind);
}

// An item as one version has it.
struct Item {
  ItemKind kind;
  std::string id;  // a criterion's with its gate: "sql/sql-problems", "finish/ready-mocks"
  std::string title;
  std::string place;   // a week's tier, an artefact's week; empty for the others
  bool retired;        // itself, or the tier or week that holds it
  Minutes minutes{0};  // of a week
  int problems = 0;    // that a week asks for
};

// An item in two versions; nothing where one has none of that id.
struct ItemShift {
  std::optional<Item> was;
  std::optional<Item> now;
  bool requires_otherwise = false;  // of a criterion that is kept

  [[nodiscard]] const Item& item() const { return now ? *now : *was; }
  // What became of it. Of these at most one holds; none for what is retired in both.
  [[nodiscard]] bool kept() const;
  [[nodiscard]] bool added() const;  // or back again, having been retired
  [[nodiscard]] bool retired() const;
  [[nodiscard]] bool gone() const;  // its id is in the new version no more
  // What else changed about an item that is kept.
  [[nodiscard]] bool retitled() const;
  [[nodiscard]] bool moved() const;
  [[nodiscard]] bool changed() const;  // a criterion's requirement, a week's time or problems
};

// Every item of either version, by kind, in the order of `after`, then of `before`. Both as a track
// studies them, with stack and foundations: the tier for beginners is one of the others, or none.
[[nodiscard]] std::vector<ItemShift> difference(const Curriculum& before, const Curriculum& after);

// "2026.2" before "2026.10": runs of digits compare as numbers.
[[nodiscard]] std::strong_ordering compare_versions(std::string_view a, std::string_view b);

}  // namespace gradus::curriculum
