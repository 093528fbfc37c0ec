#pragma once

#include "gradus/exchange/reader.hpp"
#include "gradus/text/json.hpp"

#include "exchange/value.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace gradus::exchange {

// What to do about a field that is missing.
using HintForMissing = std::function<std::string(std::string_view field)>;

// The entry that an object of the exchange format's fields tells. `type`, `on` and the type's own
// fields are needed, save those that have a usual value or may be unknown. `derive` is asked for an
// id where there is none. Throws Error, naming file, line and field.
[[nodiscard]] Read decode_entry(const text::Node& object, const Place& place,
                                const std::function<journal::EntryId()>& derive,
                                const HintForMissing& hint = {});

// Checks an entry whose fields were read. Throws Error, naming file, line and field.
void check_entry(const journal::Entry& entry, const Place& place);

}  // namespace gradus::exchange
