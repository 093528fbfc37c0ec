#pragma once

#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/entry.hpp"

#include <rapidcheck.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

// Random entries, and what may be asked about them. Call these within a property. There are few
// values of each kind, so that entries fall together.
namespace gradus::testing::random {

template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

// Any of them from the first case on: by itself inRange keeps to `least` while cases are small.
[[nodiscard]] int number(int least, int most);
[[nodiscard]] bool flag();
[[nodiscard]] std::string word();

template <class Make>
auto sometimes(Make make) -> std::optional<decltype(make())> {
  if (flag()) return std::nullopt;
  return make();
}

// In a week around the turn of 2026, or around the leap day of 2028.
[[nodiscard]] journal::Entry some_entry(curriculum::EntryType type);

[[nodiscard]] curriculum::Filter some_filter(curriculum::EntryType type);
// Any field may be that of the measure, or of its groups.
[[nodiscard]] curriculum::Query some_query(curriculum::EntryType type);
// What a curriculum may require, for the most part of entries of the type. Its measures name
// numbers and group by texts.
[[nodiscard]] curriculum::Requirement some_requirement(curriculum::EntryType type, int depth);

}  // namespace gradus::testing::random
