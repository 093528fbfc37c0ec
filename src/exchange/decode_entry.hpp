#pragma once

#include "gradus/exchange/reader.hpp"
#include "gradus/text/json.hpp"

#include "exchange/value.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace gradus::exchange {

// The hint for a missing field.
using HintForMissing = std::function<std::string(std::string_view field)>;
[[nodiscard]] std::string add_field(std::string_view field);
// Makes the id of an entry that has none.
using DeriveId = std::function<journal::EntryId(const journal::Entry&)>;

// Reads an entry from an object with the exchange format's fields. `type`, `on` and the type's own
// fields are required, except those that have a default or may be unknown. `derive` makes the id if
// there is none. Throws Error, naming file, line and field.
[[nodiscard]] Read decode_entry(const text::Node& object, const Place& place,
                                const DeriveId& derive, const HintForMissing& hint = add_field);

// Whether the object says that an entry was removed; and which one, and when. `decode_removal`
// throws Error, naming file, line and field, for an unknown or missing member.
[[nodiscard]] bool is_removal(const text::Node& object);
[[nodiscard]] journal::Removal decode_removal(const text::Node& object, const Place& place);

// Checks an entry whose fields were read. Throws Error, naming file, line and field.
void check_entry(const journal::Entry& entry, const Place& place);

}  // namespace gradus::exchange
