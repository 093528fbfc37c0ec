#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/journal/json_value.hpp"

#include <optional>

namespace gradus::store {

// Reads an entry that journal::to_value wrote; nullopt for any other value. Missing fields, since
// entry types gain new ones, are as in a blank entry.
[[nodiscard]] std::optional<journal::Entry> read_kept_entry(const journal::Json& object);

}  // namespace gradus::store
