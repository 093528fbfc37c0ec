#include "gradus/curriculum/document.hpp"

#include <algorithm>

namespace gradus::curriculum {
namespace {

using Member = std::pair<std::string, Node>;

auto member(std::vector<Member>& members, const std::string& key) {
  return std::ranges::find(members, key, &Member::first);
}

}  // namespace

Node::Node() = default;

const Node* Node::find(std::string_view key) const {
  const auto found = std::ranges::find(members, key, &Member::first);
  return found == members.end() ? nullptr : &found->second;
}

// Recursion is bounded by max_document_depth.
Node merge_patch(const Node& target, const Node& patch) {
  if (patch.kind != Node::Kind::object) return patch;
  Node merged = target;
  if (merged.kind != Node::Kind::object) {
    merged = Node{};
    merged.kind = Node::Kind::object;
    merged.line = patch.line;
  }
  for (const auto& [key, value] : patch.members) {
    const auto old = member(merged.members, key);
    if (value.kind == Node::Kind::null) {
      if (old != merged.members.end()) merged.members.erase(old);
    } else if (old != merged.members.end()) {
      old->second = merge_patch(old->second, value);
    } else {
      merged.members.emplace_back(key, merge_patch(Node{}, value));
    }
  }
  return merged;
}

}  // namespace gradus::curriculum
