#pragma once

#include "gradus/exchange/reader.hpp"
#include "gradus/journal/entry.hpp"

#include <string>
#include <string_view>

namespace gradus::exchange {

// What identifies an entry in its file: as it was read, and as gradus 1 hashed it, by its spelling.
struct Identity {
  std::string read;
  std::string spelt;
};
// The id of an entry that has none of its own: a hash of what identifies it in its file, and of how
// often that has occurred there. An entry that the journal has under the id of gradus 1 keeps that.
[[nodiscard]] journal::EntryId derived_id(Format format, const Identity& identity,
                                          const Source& source);
// The same for what can occur only once in a file.
[[nodiscard]] journal::EntryId keyed_id(Format format, std::string_view name, const Source& source);

// What an entry says, however its line was written: all its values but id, `changed` and those that
// say nothing.
[[nodiscard]] std::string values_of(const journal::Entry& entry);

}  // namespace gradus::exchange
