#pragma once

#include <string_view>

namespace gradus::exchange {

// The `type` of a line that takes an entry away.
inline constexpr std::string_view removed_type = "removed";

}  // namespace gradus::exchange
