#include "exchange/decode_entry.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/journal/error.hpp"
#include "gradus/journal/fields.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/text/plural.hpp"

#include "exchange/removed_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::exchange {
namespace {

using curriculum::EntryType;
using text::Node;
namespace field = curriculum::field;

// The members of a line's object, asked for one by one.
class Members {
 public:
  Members(const Node& object, const Place& place, const HintForMissing& hint)
      : object_(object), place_(place), hint_(hint) {
    std::vector<std::string_view> keys;
    for (const auto& [key, value] : object.members()) keys.emplace_back(key);
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice != keys.end())
      throw place.error(fmt::format("{} is given twice", *twice), "leave one of the two out");
  }

  template <class T>
  [[nodiscard]] std::optional<T> optional(const std::string& field) {
    known_.push_back(field);
    if (const auto former = former_.find(field); former != former_.end() && !has(field))
      return optional<T>(std::string(former->second));
    if (!has(field)) return std::nullopt;
    return FieldValue{place_, field, *object_.find(field)}.template as<T>();
  }

  template <class T>
  [[nodiscard]] T required(const std::string& field) {
    auto value = optional<T>(field);
    if (!value) throw absent(field);
    return *std::move(value);
  }

  // Its place is taken by something else.
  void excuse(std::string_view field) { std::erase(missing_, field); }

  // A field may stand under the name that it had before.
  void allow_former(std::string_view field, std::string_view former) {
    former_.emplace(field, former);
  }

  [[nodiscard]] bool has(std::string_view field) const {
    const auto* const node = object_.find(field);
    return node != nullptr && node->kind() != Node::Kind::null;
  }

  // For each_field. A text with nothing in it says nothing.
  void operator()(const curriculum::Field& field, std::optional<std::string>& value) {
    value = optional<std::string>(std::string(field.name));
    if (value && value->empty()) value.reset();
  }
  template <class T>
  void operator()(const curriculum::Field& field, std::optional<T>& value) {
    value = optional<T>(std::string(field.name));
  }
  template <class T>
  void operator()(const curriculum::Field& field, T& value) {
    if (auto given = optional<T>(std::string(field.name))) {
      value = *std::move(given);
    } else if (!field.may_be_left_out) {
      missing_.emplace_back(field.name);
    }
  }

  // Throws when the object has an unknown member; asked before `refuse_missing`, since a misspelt
  // field is both.
  void refuse_unknown(std::string_view type) const {
    for (const auto& [key, value] : object_.members()) {
      if (std::ranges::find(known_, key) != known_.end()) continue;
      const auto near = text::did_you_mean(key, known_);
      throw place_.error(
          fmt::format("{} is not a field of {}", key, text::with_article(type)),
          near.empty() ? fmt::format("its fields are {}", fmt::join(known_, ", ")) : near);
    }
  }

  // Throws when the object lacks a required member.
  void refuse_missing() const {
    if (!missing_.empty()) throw absent(missing_.front());
  }

 private:
  [[nodiscard]] Error absent(const std::string& field) const {
    return place_.error(fmt::format("{} is missing", field), hint_(field));
  }

  const Node& object_;
  const Place& place_;
  const HintForMissing& hint_;
  std::map<std::string, std::string_view, std::less<>> former_{};
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

// A tier with an explicitly empty week is meant that way: a signature under a tier's criterion
// belongs to none of its weeks.
bool wants_week(const Node& object, const journal::Entry& entry) {
  return entry.week || !entry.tier || object.find("week") == nullptr;
}

// An artefact of the curriculum needs no title: until the track gives it the curriculum's, its id
// stands there. Returns whether it does. Throws Error for one with neither title nor id.
bool stand_in_for_title(journal::Entry& entry, Members& members, const Place& place) {
  auto* const artefact = std::get_if<journal::Artefact>(&entry.what);
  if (artefact == nullptr || !artefact->title.empty()) return false;
  if (!artefact->artefact)
    throw place.error("title and artefact are both missing",
                      "title says what was delivered; artefact is its id in the curriculum");
  artefact->title = artefact->artefact->text();
  members.excuse(field::title.name);
  return true;
}

// Ids are the same in capitals.
void spell_item(journal::Entry& entry) {
  auto* const review = std::get_if<journal::Review>(&entry.what);
  if (review == nullptr || review->of != journal::ReviewOf::problem) return;
  if (const auto id = journal::EntryId::parse(review->item)) review->item = id->text();
}

}  // namespace

std::string add_field(std::string_view field) {
  return fmt::format("add \"{}\"", field);
}

void check_entry(const journal::Entry& entry, const Place& place) {
  try {
    journal::check(entry);
  } catch (const journal::Error& error) {
    throw place.error(error.what(), error.hint());
  }
}

Read decode_entry(const Node& object, const Place& place, const DeriveId& derive,
                  const HintForMissing& hint) {
  Members members(object, place, hint);
  const auto type = members.required<EntryType>("type");
  auto entry = journal::blank_entry(type);
  if (type == EntryType::review) members.allow_former(field::item, field::former_item);
  journal::each_field(entry, members);
  spell_item(entry);
  members.refuse_unknown(curriculum::name(type));
  const bool untitled = stand_in_for_title(entry, members, place);
  members.refuse_missing();
  check_entry(entry, place);
  if (!members.has("id")) entry.id = derive(entry);
  const bool wants = wants_week(object, entry);
  return {.entry = std::move(entry),
          .line = place.line,
          .wants_week = wants,
          .stamped = members.has("changed"),
          .counts_attempts = type == EntryType::problem && !members.has(field::attempts.name),
          .untitled = untitled};
}

bool is_removal(const Node& object) {
  const auto* const type = object.find("type");
  return type != nullptr && type->kind() == Node::Kind::text && lower(type->text()) == removed_type;
}

journal::Removal decode_removal(const Node& object, const Place& place) {
  const HintForMissing hint = [](std::string_view) {
    return "such a line must say which entry was removed, and when";
  };
  Members members(object, place, hint);
  (void)members.required<std::string>("type");
  auto id = members.required<journal::EntryId>("id");
  const auto changed = members.required<calendar::Instant>("changed");
  members.refuse_unknown("removal");
  return {std::move(id), changed};
}

}  // namespace gradus::exchange
