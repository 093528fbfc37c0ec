#pragma once

#include "gradus/exchange/reader.hpp"
#include "gradus/journal/entry_id.hpp"

#include <string_view>

namespace gradus::exchange {

// The id of an entry that has none of its own: a hash of what identifies it in its file, and of how
// often that has occurred there.
[[nodiscard]] journal::EntryId derived_id(std::string_view name, const Source& source);

}  // namespace gradus::exchange
