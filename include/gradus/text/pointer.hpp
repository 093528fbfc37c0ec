#pragma once

#include <string>
#include <string_view>

namespace gradus::text {

// One step of a JSON pointer (RFC 6901): "a/b" is "/a~1b".
[[nodiscard]] std::string pointer_step(std::string_view key);

}  // namespace gradus::text
