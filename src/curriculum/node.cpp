#include "gradus/curriculum/document.hpp"

#include <algorithm>

namespace gradus::curriculum {
namespace {

auto member(Node::Object& members, const std::string& key) {
  return std::ranges::find(members, key, &Node::Member::first);
}

// The value as a T, or an empty one.
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
  for (const auto& [key, value] : patch.members()) {
    const auto old = member(members, key);
    if (value.kind() == Node::Kind::null) {
      if (old != members.end()) members.erase(old);
    } else if (old != members.end()) {
      old->second = merge_patch(old->second, value);
    } else {
      members.emplace_back(key, merge_patch(Node{}, value));
    }
  }
  return merged;
}

}  // namespace gradus::curriculum
