#include "curriculum/declared.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::curriculum {
namespace {

Place member(const Place& place, std::string_view key) {
  return place.member(key, place.is(Node::Kind::object) ? place.node().find(key) : nullptr);
}

template <class Visit>
void each(const Place& list, Visit visit) {
  if (!list.is(Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) visit(list.item(i));
}

// Enters the item's text under `key`; the line of an earlier item that has the same.
std::optional<std::size_t> enter(Names& names, const Place& item, std::string_view key) {
  const Place text = member(item, key);
  if (!text.is(Node::Kind::text)) return std::nullopt;
  const auto [entry, entered] = names.emplace(text.node().text(), &item.node());
  return entered ? std::nullopt : std::optional{entry->second->line()};
}

void claim_id(Names& names, const Place& item) {
  if (const auto line = enter(names, item, "id")) {
    const Place text = member(item, "id");
    text.error(fmt::format("the id \"{}\" is taken on line {}", text.node().text(), *line));
  }
}

void claim_title(Names& titles, const Place& item) {
  const Place retired = member(item, "retired");
  if (retired.is(Node::Kind::flag) && retired.node().flag()) return;
  if (const auto line = enter(titles, item, "title")) {
    member(item, "title").advise(fmt::format("the title of line {} again", *line));
  }
}

struct Titles {
  Names topics, tiers, weeks;
};

void declare_week(Declared& declared, Titles& titles, const Place& week) {
  claim_id(declared.weeks, week);
  claim_title(titles.weeks, week);
  each(member(week, "artefacts"),
       [&](const Place& artefact) { claim_id(declared.artefacts, artefact); });
}

void claim_ids(const Place& list) {
  Names names;
  each(list, [&](const Place& item) { claim_id(names, item); });
}

void declare_tier(Declared& declared, Titles& titles, const Place& tier) {
  claim_id(declared.tiers, tier);
  claim_title(titles.tiers, tier);
  each(member(tier, "weeks"), [&](const Place& week) { declare_week(declared, titles, week); });
  claim_ids(member(tier, "exit"));
}

}  // namespace

Declared declare(const Place& root) {
  Declared declared;
  Titles titles;
  each(member(root, "topics"), [&](const Place& topic) {
    claim_id(declared.topics, topic);
    claim_title(titles.topics, topic);
  });
  each(member(root, "tiers"), [&](const Place& tier) { declare_tier(declared, titles, tier); });
  const Place beginner = member(root, "beginner");
  if (beginner.present()) declare_tier(declared, titles, beginner);
  each(member(root, "resources"),
       [&](const Place& resource) { claim_id(declared.resources, resource); });
  claim_ids(member(root, "finish"));
  claim_ids(member(root, "stacks"));
  return declared;
}

void check_reference(const Place& place, const Names& names, std::string_view noun) {
  // Among more names than this a suggestion is not worth the search.
  constexpr std::size_t most = 1000;
  if (!place.is(Node::Kind::text) || !is_id(place.node().text())) return;
  const std::string& text = place.node().text();
  if (names.contains(text)) return;
  std::vector<std::string> known;
  if (names.size() <= most) {
    for (const auto& [name, node] : names) known.emplace_back(name);
    std::ranges::sort(known);
  }
  const std::string near = did_you_mean(text, known);
  place.error(fmt::format("there is no {} \"{}\"{}{}", noun, text, near.empty() ? "" : "; ", near));
}

}  // namespace gradus::curriculum
