#pragma once

#include <string>
#include <string_view>

namespace gradus::exchange {

// Letters in lower case, a dash for whatever is neither letter nor digit: the form of an id.
[[nodiscard]] std::string as_id(std::string_view text);

}  // namespace gradus::exchange
