#pragma once

#include "gradus/text/reader.hpp"

#include <string_view>
#include <unordered_map>

namespace gradus::curriculum {

// The names of one kind, each with the item that bears it.
class Names {
 public:
  // Enters a name; its earlier bearer when it has one already, and then changes nothing.
  const text::Node* enter(std::string_view name, const text::Node& bearer);
  [[nodiscard]] const text::Node* find(std::string_view name) const;
  // What is near a misspelt name. A file that has more of these than can be looked for in no time
  // has another trouble than spelling: the later ones get the other words.
  [[nodiscard]] std::string suggest(std::string_view wrong, std::string otherwise) const;

 private:
  static constexpr int most_searches = 100;
  std::unordered_map<std::string_view, const text::Node*> bearers_;
  mutable int searches_left_ = most_searches;
};

// What a curriculum's references may name, retired items included. Collected before anything is
// decoded, so that each reference is checked where it stands.
struct Declared {
  Names topics, tiers, weeks, artefacts, resources;
};

// Passes over whatever has not the right shape: that is found in decoding. Notes every id that
// stands twice in its list.
[[nodiscard]] Declared declare(const text::Cursor& root);

// A finding when no such thing was declared.
void check_reference(const text::Cursor& place, const Names& names, std::string_view noun);

// An id that refers to something declared.
template <class AnId>
AnId reference(const text::Cursor& place, const Names& names, std::string_view noun) {
  check_reference(place, names, noun);
  return id<AnId>(place);
}

}  // namespace gradus::curriculum
