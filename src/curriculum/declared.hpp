#pragma once

#include "curriculum/reader.hpp"

#include <string_view>
#include <unordered_map>

namespace gradus::curriculum {

// The ids of one kind, each with the item that bears it.
using Names = std::unordered_map<std::string_view, const Node*>;

// What a curriculum's references may name, retired items included. Collected before anything is
// decoded, so that each reference is checked where it stands.
struct Declared {
  Names topics, tiers, weeks, artefacts, resources;
};

// Passes over whatever has not the right shape: that is found in decoding. Notes every id that
// stands twice in its list, and titles that do.
[[nodiscard]] Declared declare(const Place& root);

// A finding when no such thing was declared.
void check_reference(const Place& place, const Names& names, std::string_view noun);

// An id that refers to something declared.
template <class AnId>
AnId reference(const Place& place, const Names& names, std::string_view noun) {
  check_reference(place, names, noun);
  return id<AnId>(place);
}

}  // namespace gradus::curriculum
