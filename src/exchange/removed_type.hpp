#pragma once

#include <string_view>

namespace gradus::exchange {

// The `type` of a line that removes an entry.
inline constexpr std::string_view removed_type = "removed";

}  // namespace gradus::exchange
