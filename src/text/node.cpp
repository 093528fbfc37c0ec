#include "gradus/text/json.hpp"

#include <algorithm>
#include <unordered_map>

namespace gradus::text {
namespace {

using Positions = std::unordered_map<std::string_view, std::size_t>;

// The index at which each key of an object first appears.
Positions positions_in(const Node& object) {
  Positions positions;
  positions.reserve(object.members().size());
  for (std::size_t i = 0; i < object.members().size(); ++i)
    positions.emplace(object.members()[i].first, i);
  return positions;
}

// The value as a T, or an empty T.
template <class T>
const T& value_as(const Node::Value& value) {
  static const T none{};
  const T* held = std::get_if<T>(&value);
  return held == nullptr ? none : *held;
}

}  // namespace

Node::Node() = default;

Node::Node(Value value, std::size_t line, bool whole)
    : value_(std::move(value)), line_(static_cast<std::uint32_t>(line)), whole_(whole) {}

bool Node::flag() const {
  return value_as<bool>(value_);
}

double Node::number() const {
  return value_as<double>(value_);
}

const std::string& Node::text() const {
  return value_as<std::string>(value_);
}

const Node::List& Node::items() const {
  return value_as<List>(value_);
}

const Node::Object& Node::members() const {
  return value_as<Object>(value_);
}

const Node* Node::find(std::string_view key) const {
  const auto found = std::ranges::find(members(), key, &Member::first);
  return found == members().end() ? nullptr : &found->second;
}

// Recursion is bounded by max_document_depth.
Node merge_patch(const Node& target, const Node& patch) {
  if (patch.kind() != Node::Kind::object) return patch;
  Node merged = target.kind() == Node::Kind::object ? target : Node{Node::Object{}, patch.line()};
  Node::Object& members = merged.object();
  Positions positions = positions_in(target);
  std::vector<std::size_t> removed;
  for (const auto& [key, value] : patch.members()) {
    const auto old = positions.find(key);
    if (old == positions.end()) {
      if (value.kind() == Node::Kind::null) continue;
      positions.emplace(key, members.size());
      members.emplace_back(key, merge_patch(Node{}, value));
    } else if (value.kind() == Node::Kind::null) {
      removed.push_back(old->second);
      positions.erase(old);
    } else {
      Node& member = members[old->second].second;
      member = merge_patch(member, value);
    }
  }
  std::ranges::sort(removed);
  std::size_t index = 0;
  std::erase_if(members,
                [&](const Node::Member&) { return std::ranges::binary_search(removed, index++); });
  return merged;
}

Node with_members(const Node& object, const Node& members) {
  Node changed = object;
  Positions positions = positions_in(object);
  for (const auto& [key, node] : members.members()) {
    const auto [old, added] = positions.emplace(key, changed.members().size());
    if (added) {
      changed.object().emplace_back(key, node);
    } else {
      changed.object()[old->second].second = node;
    }
  }
  return changed;
}

}  // namespace gradus::text
