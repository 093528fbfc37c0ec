#include "cli/mcp/private_words.hpp"

#include "gradus/curriculum/privacy.hpp"
#include "gradus/journal/privacy.hpp"
#include "gradus/report/links.hpp"

#include "cli/mcp/values.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace gradus::cli::mcp {
namespace {

using curriculum::EntryType;
using text::Node;

std::optional<EntryType> type_of(const Node& item) {
  const auto* const type = item.find(curriculum::field::entry_type.name);
  return type == nullptr ? std::nullopt : curriculum::parse_entry_type(type->text());
}

bool is_private(const Node& item) {
  const auto type = type_of(item);
  return type && curriculum::is_private(*type);
}

// A member of an object that may be an entry.
bool is_private(const Node& object, std::string_view key, const Node& value) {
  namespace field = curriculum::field;
  // Of a passed gate it is an object: the entries that counted.
  if (key == field::evidence.name) return value.kind() == Node::Kind::text;
  if (key == "notes" || curriculum::is_private_field(key)) return true;
  if (key == field::url.name)
    return value.kind() == Node::Kind::text && !report::is_link(value.text());
  // The entry in words, which has its path or evidence.
  const auto type = key == "text" ? type_of(object) : std::nullopt;
  return type && journal::has_private_fields(*type);
}

// Whether what stands behind the character can be the beginning of a path.
bool begins_word(char before) {
  constexpr std::string_view within_words{"._-/)%"};
  const bool letter = ('a' <= before && before <= 'z') || ('A' <= before && before <= 'Z') ||
                      ('0' <= before && before <= '9');
  return !letter && within_words.find(before) == std::string_view::npos;
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

bool names_a_path(std::string_view sentence) {
  if (sentence.find("file://") != std::string_view::npos) return true;
  for (auto at = sentence.find('/'); at != std::string_view::npos;
       at = sentence.find('/', at + 1)) {
    const char before = at == 0 ? ' ' : sentence[at - 1];
    const char behind = at + 1 == sentence.size() ? ' ' : sentence[at + 1];
    const bool of_address = before == ':' && behind == '/';
    if (begins_word(before) && behind != ' ' && !of_address) return true;
  }
  return false;
}

}  // namespace gradus::cli::mcp
