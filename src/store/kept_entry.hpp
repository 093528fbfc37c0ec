#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/journal/json_value.hpp"

#include <optional>

namespace gradus::store {

// The entry that journal::to_value wrote, the same again; nothing for another value. Fields that it
// lacks, since types of entries gain some, are as in a blank entry.
[[nodiscard]] std::optional<journal::Entry> read_kept_entry(const journal::Json& object);

}  // namespace gradus::store
