#include "curriculum/unique.hpp"

#include <fmt/format.h>

namespace gradus::curriculum {
namespace {

// The line the text already stands on; nothing when it is new or no text.
std::optional<std::size_t> enter(Names& names, const Place& text) {
  if (!text.is(Node::Kind::text)) return std::nullopt;
  const auto [entry, entered] = names.emplace(text.node().text(), &text.node());
  return entered ? std::nullopt : std::optional{entry->second->line()};
}

}  // namespace

void check_unique_ids(const Place& list) {
  if (!list.is(Node::Kind::list)) return;
  Names names;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const Place item = list.item(i);
    const Place id = item.member("id", item.node().find("id"));
    if (const auto line = enter(names, id)) {
      id.error(fmt::format("the id \"{}\" is taken on line {}", id.node().text(), *line));
    }
  }
}

void check_unique_texts(const Place& list, Names& entered) {
  if (!list.is(Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const Place item = list.item(i);
    if (const auto line = enter(entered, item)) {
      item.error(fmt::format("\"{}\" already stands on line {}", item.node().text(), *line));
    }
  }
}

}  // namespace gradus::curriculum
