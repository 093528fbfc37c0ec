#pragma once

#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>
#include <string_view>

namespace gradus::journal {

// A field's value as criteria see it: minutes, seconds and dollars as numbers, a day as ISO text.
// nullopt when the entry has no such field, or it is not set.
[[nodiscard]] std::optional<curriculum::Value> field_value(const Entry& entry,
                                                           std::string_view field);

}  // namespace gradus::journal
