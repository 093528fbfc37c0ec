#include "curriculum/declared.hpp"

#include "gradus/text/id.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::curriculum {
namespace {

template <class Visit>
void each(const text::Cursor& list, Visit visit) {
  if (!list.is(text::Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) visit(list.item(i));
}

void claim_id(Names& names, const text::Cursor& item) {
  const text::Cursor id = item.child("id");
  if (!id.is(text::Node::Kind::text)) return;
  if (const text::Node* earlier = names.enter(id.node().text(), item.node())) {
    id.error(fmt::format("the id \"{}\" is taken on line {}", id.node().text(), earlier->line()),
             "give one of the two another id");
  }
}

void declare_week(Declared& declared, const text::Cursor& week) {
  claim_id(declared.weeks, week);
  each(week.child("artefacts"),
       [&](const text::Cursor& artefact) { claim_id(declared.artefacts, artefact); });
}

void claim_ids(const text::Cursor& list) {
  Names names;
  each(list, [&](const text::Cursor& item) { claim_id(names, item); });
}

void declare_tier(Declared& declared, const text::Cursor& tier) {
  claim_id(declared.tiers, tier);
  each(tier.child("weeks"), [&](const text::Cursor& week) { declare_week(declared, week); });
  claim_ids(tier.child("exit"));
}

}  // namespace

const text::Node* Names::enter(std::string_view name, const text::Node& bearer) {
  const auto [entry, entered] = bearers_.emplace(name, &bearer);
  return entered ? nullptr : entry->second;
}

const text::Node* Names::find(std::string_view name) const {
  const auto found = bearers_.find(name);
  return found == bearers_.end() ? nullptr : found->second;
}

std::string Names::suggest(std::string_view wrong, std::string otherwise) const {
  // With more names than this, a suggestion is not worth the search.
  constexpr std::size_t most = 1000;
  if (searches_left_ == 0 || bearers_.size() > most) return otherwise;
  --searches_left_;
  std::vector<std::string> known;
  known.reserve(bearers_.size());
  for (const auto& [name, node] : bearers_) known.emplace_back(name);
  std::ranges::sort(known);
  return text::suggest(wrong, known, std::move(otherwise));
}

Declared declare(const text::Cursor& root) {
  Declared declared;
  each(root.child("topics"), [&](const text::Cursor& topic) { claim_id(declared.topics, topic); });
  each(root.child("tiers"), [&](const text::Cursor& tier) { declare_tier(declared, tier); });
  const text::Cursor beginner = root.child("beginner");
  if (beginner.present()) declare_tier(declared, beginner);
  each(root.child("resources"),
       [&](const text::Cursor& resource) { claim_id(declared.resources, resource); });
  claim_ids(root.child("finish"));
  claim_ids(root.child("stacks"));
  return declared;
}

void check_reference(const text::Cursor& place, const Names& names, std::string_view noun) {
  if (!place.is(text::Node::Kind::text) || !text::is_id(place.node().text())) return;
  const std::string& text = place.node().text();
  if (names.find(text) != nullptr) return;
  place.error(fmt::format("there is no {} \"{}\"", noun, text),
              names.suggest(text, fmt::format("name an existing {0}, or add this {0}", noun)));
}

}  // namespace gradus::curriculum
