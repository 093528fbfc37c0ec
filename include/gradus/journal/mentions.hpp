#pragma once

#include "gradus/journal/entry.hpp"

#include <string_view>

namespace gradus::journal {

// Whether the text stands in one of the entry's fields, its note, week, tier or type, whatever the
// case and the spaces. Neither its id nor its times are looked at.
[[nodiscard]] bool mentions(const Entry& entry, std::string_view text);

}  // namespace gradus::journal
