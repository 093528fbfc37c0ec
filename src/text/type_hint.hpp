#pragma once

#include "gradus/text/json.hpp"

#include <string>
#include <string_view>

// How to rewrite a value of the wrong type as the right one.
namespace gradus::text {

// What to write instead of the node where a value of another kind is required.
[[nodiscard]] std::string type_hint(const Node& node, Node::Kind wanted);

// What to write instead of a number that is not whole.
[[nodiscard]] std::string whole_near(const Node& number);

}  // namespace gradus::text
