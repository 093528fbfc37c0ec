#include "curriculum/unique.hpp"

#include <fmt/format.h>

namespace gradus::curriculum {
namespace {

// The earlier node with the same text; nullptr when the text is new or the value is not text.
const text::Node* enter_text(Names& names, const text::Cursor& text) {
  return text.is(text::Node::Kind::text) ? names.enter(text.node().text(), text.node()) : nullptr;
}

}  // namespace

void check_unique_ids(const text::Cursor& list) {
  if (!list.is(text::Node::Kind::list)) return;
  Names names;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const text::Cursor item = list.item(i);
    const text::Cursor id = item.child("id");
    if (const text::Node* earlier = enter_text(names, id)) {
      id.error(fmt::format("the id \"{}\" is taken on line {}", id.node().text(), earlier->line()),
               "give one of the two another id");
    }
  }
}

void check_unique_texts(const text::Cursor& list, Names& entered) {
  if (!list.is(text::Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const text::Cursor item = list.item(i);
    if (const text::Node* earlier = enter_text(entered, item)) {
      item.error(fmt::format("\"{}\" is already on line {}", item.node().text(), earlier->line()),
                 "remove one of the two");
    }
  }
}

}  // namespace gradus::curriculum
