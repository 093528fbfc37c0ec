#pragma once

#include <string>

namespace gradus::text {

// JSON as nlohmann writes it, with what else may drive a terminal or turn the direction of a line
// as an escape (\u202e), whoever reads it. All JSON that leaves gradus goes through here. Line ends
// stay: they stand between values alone.
[[nodiscard]] std::string with_escapes(std::string json);

}  // namespace gradus::text
