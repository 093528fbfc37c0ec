#pragma once

#include "gradus/journal/entry.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gradus::journal {

// Calls visit(field, member) for each field of an entry except its type, in the order of the
// exchange format: the fields that all entries have, then those of its type.
template <class Self, class Visit>
void each_field(Self& entry, Visit&& visit) {
  visit(field::id, entry.id);
  visit(field::on, entry.on);
  visit(field::at, entry.at);
  visit(field::week, entry.week);
  visit(field::tier, entry.tier);
  visit(field::note, entry.note);
  visit(field::changed, entry.changed);
  std::visit([&](auto& what) { what.fields(what, visit); }, entry.what);
}

// An entry for each_field to fill; its contents mean nothing until then.
[[nodiscard]] inline Entry blank_entry(curriculum::EntryType type) {
  return {.id = EntryId::from_hash({}), .on = calendar::Date::first(), .what = blank(type)};
}

// The names of the fields that entries of the type have: "type", "id", …
[[nodiscard]] inline std::vector<std::string> field_names(curriculum::EntryType type) {
  std::vector<std::string> names{std::string(field::entry_type)};
  const auto blank = blank_entry(type);
  each_field(blank, [&](std::string_view field, const auto&) { names.emplace_back(field); });
  return names;
}

}  // namespace gradus::journal
