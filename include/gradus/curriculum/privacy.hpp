#pragma once

#include "gradus/curriculum/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace gradus::curriculum {

// What learners keep to themselves: no report and no other answer for others holds it. This is the
// only list of it.

// Entries that are private as wholes.
inline constexpr std::array private_types{EntryType::application, EntryType::expense,
                                          EntryType::decision};
[[nodiscard]] constexpr bool is_private(EntryType type) {
  return std::ranges::find(private_types, type) != private_types.end();
}

// Private in entries of every type: what was written for nobody else, and where a file lies on the
// learner's machine, which evidence may say. An address may say it too, so one is public only if it
// is a link (report::is_link).
inline constexpr std::array<std::string_view, 4> private_fields{
    field::note.name, field::given.name, field::path.name, field::evidence.name};
[[nodiscard]] constexpr bool is_private_field(std::string_view name) {
  return std::ranges::find(private_fields, name) != private_fields.end();
}

}  // namespace gradus::curriculum
