#include "cli/mcp/private_words.hpp"

#include "gradus/curriculum/vocabulary.hpp"

#include "cli/mcp/values.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace gradus::cli::mcp {
namespace {

using curriculum::EntryType;
using text::Node;

std::optional<EntryType> type_of(const Node& item) {
  const auto* const type = item.find(curriculum::field::entry_type.name);
  return type == nullptr ? std::nullopt : curriculum::parse_entry_type(type->text());
}

template <std::size_t Size>
bool is_one_of(const std::optional<EntryType>& type, const std::array<EntryType, Size>& types) {
  return type && std::ranges::find(types, *type) != types.end();
}

bool is_private(const Node& item) {
  return is_one_of(type_of(item),
                   std::array{EntryType::expense, EntryType::application, EntryType::decision});
}

// A member of an object that may be an entry.
bool is_private(const Node& object, std::string_view key, const Node& value) {
  namespace field = curriculum::field;
  constexpr std::array<std::string_view, 4> always{field::note.name, "notes", field::given.name,
                                                   field::path.name};
  if (std::ranges::find(always, key) != always.end()) return true;
  // Of a passed gate it is an object: the entries that counted.
  if (key == field::evidence.name) return value.kind() == Node::Kind::text;
  // The entry in words, these with path or evidence.
  return key == "text" &&
         is_one_of(type_of(object),
                   std::array{EntryType::artefact, EntryType::attestation, EntryType::check});
}

}  // namespace

// As deep as text::max_document_depth at most, since the answer was read.
Node without_private(const Node& answer) {
  if (answer.kind() == Node::Kind::list) {
    Node::List items;
    items.reserve(answer.items().size());
    for (const auto& item : answer.items())
      if (!is_private(item)) items.push_back(without_private(item));
    return list_value(std::move(items));
  }
  if (answer.kind() != Node::Kind::object) return answer;
  Node::Object members;
  members.reserve(answer.members().size());
  for (const auto& [key, value] : answer.members())
    if (!is_private(answer, key, value)) members.emplace_back(key, without_private(value));
  return object_value(std::move(members));
}

}  // namespace gradus::cli::mcp
