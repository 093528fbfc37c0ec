#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"

#include <map>
#include <string>
#include <vector>

namespace gradus::exchange {

// By field of the exchange format: the new value, as people type it ("50m", "yes", one of `topics`
// by its id or title). An empty text removes the value.
using Changes = std::map<std::string, std::string>;

// The entry with these changes. Throws Error, naming the field, for a field that its type lacks,
// and for a value that does not fit.
[[nodiscard]] journal::Entry edited(const journal::Entry& entry, const Changes& changes,
                                    const std::vector<curriculum::Topic>& topics);

}  // namespace gradus::exchange
