#include "gradus/curriculum/difference.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace gradus::curriculum {
namespace {

// An item, and the criterion that it is.
struct Entered {
  Item item;
  const Criterion* criterion = nullptr;
};

// All items of a curriculum, in its order.
class Inventory {
 public:
  explicit Inventory(const Curriculum& curriculum) {
    for (const Tier& tier : curriculum.tiers) enter_tier(tier);
    enter_criteria(curriculum.finish, "finish", false);
    for (const Topic& topic : curriculum.topics) enter(ItemKind::topic, topic, "", false);
    for (const Resource& each : curriculum.resources) enter(ItemKind::resource, each, "", false);
    for (const Stack& stack : curriculum.stacks) enter(ItemKind::stack, stack, "", false);
    std::ranges::stable_sort(items_, {}, [](const Entered& each) { return each.item.kind; });
    for (const Entered& each : items_)
      by_id_.emplace(std::pair{each.item.kind, each.item.id}, &each);
  }

  [[nodiscard]] const std::vector<Entered>& items() const { return items_; }
  [[nodiscard]] const Entered* find(const Item& like) const {
    const auto found = by_id_.find({like.kind, like.id});
    return found == by_id_.end() ? nullptr : found->second;
  }

 private:
  template <class Named>
  Item& enter(ItemKind kind, const Named& named, const std::string& place, bool within_retired) {
    items_.push_back({{.kind = kind,
                       .id = named.id.text(),
                       .title = named.title,
                       .place = place,
                       .retired = within_retired || named.retired}});
    return items_.back().item;
  }

  void enter_criteria(const std::vector<Criterion>& criteria, const std::string& gate,
                      bool within_retired) {
    for (const Criterion& criterion : criteria) {
      auto& item = enter(ItemKind::criterion, criterion, "", within_retired);
      item.id = gate + "/" + item.id;
      items_.back().criterion = &criterion;
    }
  }

  void enter_week(const Week& week, const Tier& tier) {
    auto& item = enter(ItemKind::week, week, tier.id.text(), tier.retired);
    item.minutes = week.minutes.total();
    for (const ProblemTarget& target : week.problems) item.problems += target.count;
    const bool retired = item.retired;
    for (const Artefact& artefact : week.artefacts)
      enter(ItemKind::artefact, artefact, week.id.text(), retired);
  }

  void enter_tier(const Tier& tier) {
    enter(ItemKind::tier, tier, "", false);
    for (const Week& week : tier.weeks) enter_week(week, tier);
    enter_criteria(tier.exit, tier.id.text(), tier.retired);
  }

  std::vector<Entered> items_{};
  std::map<std::pair<ItemKind, std::string>, const Entered*> by_id_{};
};

bool in_force(const std::optional<Item>& item) {
  return item && !item->retired;
}

// The first run of digits or single other character of the text, which loses it.
std::string_view take_piece(std::string_view& text) {
  constexpr std::string_view digits = "0123456789";
  const auto run = std::min(text.find_first_not_of(digits), text.size());
  const auto piece = text.substr(0, std::max<std::size_t>(run, 1));
  text.remove_prefix(piece.size());
  return piece;
}

bool is_number(std::string_view piece) {
  return piece.front() >= '0' && piece.front() <= '9';
}

std::strong_ordering compare_pieces(std::string_view a, std::string_view b) {
  if (!is_number(a) || !is_number(b)) return a <=> b;
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  return a.size() != b.size() ? a.size() <=> b.size() : a <=> b;
}

}  // namespace

bool ItemShift::kept() const {
  return in_force(was) && in_force(now);
}

bool ItemShift::added() const {
  return !in_force(was) && in_force(now);
}

bool ItemShift::retired() const {
  return in_force(was) && now && now->retired;
}

bool ItemShift::gone() const {
  return was && !now;
}

bool ItemShift::retitled() const {
  return kept() && was->title != now->title;
}

bool ItemShift::moved() const {
  return kept() && was->place != now->place;
}

bool ItemShift::changed() const {
  return kept() &&
         (requires_otherwise || was->minutes != now->minutes || was->problems != now->problems);
}

std::vector<ItemShift> difference(const Curriculum& before, const Curriculum& after) {
  const Inventory old(before);
  const Inventory present(after);
  std::vector<ItemShift> shifts;
  shifts.reserve(present.items().size());
  for (const Entered& each : present.items()) {
    ItemShift shift{std::nullopt, each.item};
    if (const auto* was = old.find(each.item)) {
      shift.was = was->item;
      shift.requires_otherwise =
          each.criterion != nullptr && was->criterion->require != each.criterion->require;
    }
    shifts.push_back(std::move(shift));
  }
  for (const Entered& each : old.items()) {
    if (present.find(each.item) == nullptr) shifts.push_back({each.item, std::nullopt});
  }
  std::ranges::stable_sort(shifts, {}, [](const ItemShift& shift) { return shift.item().kind; });
  return shifts;
}

std::strong_ordering compare_versions(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const auto order = compare_pieces(take_piece(a), take_piece(b));
    if (order != std::strong_ordering::equal) return order;
  }
  return a.size() <=> b.size();
}

}  // namespace gradus::curriculum
