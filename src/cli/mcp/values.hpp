#pragma once

#include "gradus/text/json.hpp"

#include <string>
#include <utility>

namespace gradus::cli::mcp {

// JSON values to write. An object keeps the order of its members.
[[nodiscard]] inline text::Node text_value(std::string text) {
  return {text::Node::Value{std::move(text)}, 1};
}
[[nodiscard]] inline text::Node flag_value(bool flag) {
  return {text::Node::Value{flag}, 1};
}
[[nodiscard]] inline text::Node whole_value(int number) {
  return {text::Node::Value{static_cast<double>(number)}, 1, true};
}
[[nodiscard]] inline text::Node list_value(text::Node::List items) {
  return {text::Node::Value{std::move(items)}, 1};
}
[[nodiscard]] inline text::Node object_value(text::Node::Object members) {
  return {text::Node::Value{std::move(members)}, 1};
}

}  // namespace gradus::cli::mcp
