#include "curriculum/declared.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::curriculum {
namespace {

template <class Visit>
void each(const Place& list, Visit visit) {
  if (!list.is(Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) visit(list.item(i));
}

void claim_id(Names& names, const Place& item) {
  const Place id = item.child("id");
  if (!id.is(Node::Kind::text)) return;
  if (const Node* earlier = names.enter(id.node().text(), item.node())) {
    id.error(fmt::format("the id \"{}\" is taken on line {}", id.node().text(), earlier->line()),
             "give one of the two another id");
  }
}

void declare_week(Declared& declared, const Place& week) {
  claim_id(declared.weeks, week);
  each(week.child("artefacts"),
       [&](const Place& artefact) { claim_id(declared.artefacts, artefact); });
}

void claim_ids(const Place& list) {
  Names names;
  each(list, [&](const Place& item) { claim_id(names, item); });
}

void declare_tier(Declared& declared, const Place& tier) {
  claim_id(declared.tiers, tier);
  each(tier.child("weeks"), [&](const Place& week) { declare_week(declared, week); });
  claim_ids(tier.child("exit"));
}

}  // namespace

const Node* Names::enter(std::string_view name, const Node& bearer) {
  const auto [entry, entered] = bearers_.emplace(name, &bearer);
  return entered ? nullptr : entry->second;
}

const Node* Names::find(std::string_view name) const {
  const auto found = bearers_.find(name);
  return found == bearers_.end() ? nullptr : found->second;
}

std::string Names::suggest(std::string_view wrong, std::string otherwise) const {
  // Among more names than this a suggestion is not worth the search.
  constexpr std::size_t most = 1000;
  if (searches_left_ == 0 || bearers_.size() > most) return otherwise;
  --searches_left_;
  std::vector<std::string> known;
  known.reserve(bearers_.size());
  for (const auto& [name, node] : bearers_) known.emplace_back(name);
  std::ranges::sort(known);
  return curriculum::suggest(wrong, known, std::move(otherwise));
}

Declared declare(const Place& root) {
  Declared declared;
  each(root.child("topics"), [&](const Place& topic) { claim_id(declared.topics, topic); });
  each(root.child("tiers"), [&](const Place& tier) { declare_tier(declared, tier); });
  const Place beginner = root.child("beginner");
  if (beginner.present()) declare_tier(declared, beginner);
  each(root.child("resources"),
       [&](const Place& resource) { claim_id(declared.resources, resource); });
  claim_ids(root.child("finish"));
  claim_ids(root.child("stacks"));
  return declared;
}

void check_reference(const Place& place, const Names& names, std::string_view noun) {
  if (!place.is(Node::Kind::text) || !is_id(place.node().text())) return;
  const std::string& text = place.node().text();
  if (names.find(text) != nullptr) return;
  place.error(fmt::format("there is no {} \"{}\"", noun, text),
              names.suggest(text, fmt::format("name {1} {0} that is there, or add this {0}", noun,
                                              noun.starts_with('a') ? "an" : "a")));
}

}  // namespace gradus::curriculum
