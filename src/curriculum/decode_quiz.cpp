#include "curriculum/decode_quiz.hpp"

#include "gradus/curriculum/model.hpp"

#include <fmt/format.h>

namespace gradus::curriculum {
namespace {

constexpr int most_asked = 1000;

void refuse_without_table(const text::Cursor& key, std::string_view name) {
  key.error(fmt::format("\"{}\" belongs to a quiz, which names a \"table\"", name),
            "add \"table\": the id of a decision table");
}

}  // namespace

std::optional<Quiz> decode_quiz(text::Object& from) {
  const text::Cursor table = from.optional("table");
  const text::Cursor items = from.optional("items");
  const text::Cursor at_least = from.optional("at_least");
  if (!table.present()) {
    refuse_without_table(items, "items");
    refuse_without_table(at_least, "at_least");
    return std::nullopt;
  }
  for (const auto& [key, name] : {std::pair{&items, "items"}, std::pair{&at_least, "at_least"}})
    if (!key->present())
      from.place().error(fmt::format("has a table, but no \"{}\"", name),
                         "write \"table\": \"ID\", \"items\": 8, \"at_least\": 7");
  const auto asked = items.whole(1, most_asked);
  const auto right = at_least.whole(1, most_asked);
  const TableId id = text::id<TableId>(table);
  if (!asked || !right) return std::nullopt;
  if (*right > *asked) {
    at_least.error(fmt::format("asks for {} right answers of {}", *right, *asked),
                   fmt::format("write {} or less, or more \"items\"", *asked));
  }
  return Quiz{.table = id, .items = *asked, .at_least = *right};
}

void check_kind_of_quiz(const text::Cursor& table, const text::Cursor& kind) {
  if (!kind.is(text::Node::Kind::text) || kind.node().text() == name(CriterionKind::quiz)) return;
  table.error("only a quiz has a table", "make the kind quiz");
}

}  // namespace gradus::curriculum
