#pragma once

#include "gradus/journal/entry.hpp"

namespace gradus::journal {

// The entry without what its private fields hold (curriculum::private_fields).
[[nodiscard]] Entry without_private_fields(Entry entry);

// Whether entries of the type have a private field besides the note, which all have.
[[nodiscard]] bool has_private_fields(curriculum::EntryType type);

}  // namespace gradus::journal
