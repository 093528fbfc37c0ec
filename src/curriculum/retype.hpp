#pragma once

#include "gradus/curriculum/document.hpp"

#include <string>
#include <string_view>

// How a value that has the wrong type could be written in the right one.
namespace gradus::curriculum {

// What to write in place of the node, where a value of another kind belongs.
[[nodiscard]] std::string retype(const Node& node, Node::Kind wanted);

// What to write in place of a number that is not whole.
[[nodiscard]] std::string whole_near(const Node& number);

// "Window functions" as "window-functions"; empty when no letter or digit is left.
[[nodiscard]] std::string as_id(std::string_view text);

}  // namespace gradus::curriculum
