#include "exchange/decode_entry.hpp"

#include "gradus/journal/error.hpp"
#include "gradus/journal/fields.hpp"
#include "gradus/text/nearest.hpp"

#include "exchange/removed_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
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
    if (!has(field)) return std::nullopt;
    return FieldValue{place_, field, *object_.find(field)}.template as<T>();
  }

  template <class T>
  [[nodiscard]] T required(const std::string& field) {
    auto value = optional<T>(field);
    if (!value) throw absent(field);
    return *std::move(value);
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

  // Throws when the object has an unknown member, or lacks a required one: in this order, since a
  // misspelt field is both.
  void finish(std::string_view type) const {
    for (const auto& [key, value] : object_.members()) {
      if (std::ranges::find(known_, key) != known_.end()) continue;
      const auto near = text::did_you_mean(key, known_);
      throw place_.error(
          fmt::format("{} is not a field of a {}", key, type),
          near.empty() ? fmt::format("its fields are {}", fmt::join(known_, ", ")) : near);
    }
    if (!missing_.empty()) throw absent(missing_.front());
  }

 private:
  [[nodiscard]] Error absent(const std::string& field) const {
    return place_.error(fmt::format("{} is missing", field), hint_(field));
  }

  const Node& object_;
  const Place& place_;
  const HintForMissing& hint_;
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

// A tier with an explicitly empty week is meant that way: a signature under a tier's criterion
// belongs to none of its weeks.
bool wants_week(const Node& object, const journal::Entry& entry) {
  return entry.week || !entry.tier || object.find("week") == nullptr;
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
  journal::each_field(entry, members);
  members.finish(curriculum::name(type));
  check_entry(entry, place);
  if (!members.has("id")) entry.id = derive(entry);
  const bool wants = wants_week(object, entry);
  return {.entry = std::move(entry),
          .line = place.line,
          .wants_week = wants,
          .stamped = members.has("changed"),
          .counts_attempts = type == EntryType::problem && !members.has(field::attempts.name)};
}

bool is_removal(const Node& object) {
  const auto* const type = object.find("type");
  return type != nullptr && type->kind() == Node::Kind::text && type->text() == removed_type;
}

journal::Removal decode_removal(const Node& object, const Place& place) {
  const HintForMissing hint = [](std::string_view) {
    return "such a line must say which entry was removed, and when";
  };
  Members members(object, place, hint);
  (void)members.required<std::string>("type");
  auto id = members.required<journal::EntryId>("id");
  const auto changed = members.required<calendar::Instant>("changed");
  members.finish("removal");
  return {std::move(id), changed};
}

}  // namespace gradus::exchange
