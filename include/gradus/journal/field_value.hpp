#pragma once

#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>
#include <string_view>

namespace gradus::journal {

// What a criterion sees in a field: minutes, seconds and dollars as numbers, a day as ISO text.
// Nothing when the entry has no such field, or it is not set.
[[nodiscard]] std::optional<curriculum::Value> field_value(const Entry& entry,
                                                           std::string_view field);

}  // namespace gradus::journal
