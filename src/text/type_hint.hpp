#pragma once

#include "gradus/text/json.hpp"

#include <string>
#include <string_view>

// How a value that has the wrong type could be written in the right one.
namespace gradus::text {

// What to write in place of the node, where a value of another kind belongs.
[[nodiscard]] std::string type_hint(const Node& node, Node::Kind wanted);

// What to write in place of a number that is not whole.
[[nodiscard]] std::string whole_near(const Node& number);

}  // namespace gradus::text
