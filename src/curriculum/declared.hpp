#pragma once

#include "gradus/text/reader.hpp"

#include <string_view>
#include <unordered_map>

namespace gradus::curriculum {

// The names of one kind, each with the item that has it.
class Names {
 public:
  // Adds a name, and returns nullptr; if the name is taken, changes nothing and returns its owner.
  const text::Node* enter(std::string_view name, const text::Node& bearer);
  [[nodiscard]] const text::Node* find(std::string_view name) const;
  // The nearest names to a misspelt one, or `otherwise`. A file with very many misspelt names has a
  // bigger problem than spelling: after most_searches, only `otherwise` is returned.
  [[nodiscard]] std::string suggest(std::string_view wrong, std::string otherwise) const;

 private:
  static constexpr int most_searches = 100;
  std::unordered_map<std::string_view, const text::Node*> bearers_;
  mutable int searches_left_ = most_searches;
};

// Everything a curriculum's references may name, retired items included. Collected before anything
// is decoded, so that each reference is checked at its own place.
struct Declared {
  Names topics, tiers, weeks, artefacts, resources;
};

// Skips whatever has the wrong shape: decoding reports that. Notes every id that appears twice in
// its list.
[[nodiscard]] Declared declare(const text::Cursor& root);

// Notes a finding when no such thing was declared.
void check_reference(const text::Cursor& place, const Names& names, std::string_view noun);

// An id that refers to something declared.
template <class AnId>
AnId reference(const text::Cursor& place, const Names& names, std::string_view noun) {
  check_reference(place, names, noun);
  return id<AnId>(place);
}

}  // namespace gradus::curriculum
