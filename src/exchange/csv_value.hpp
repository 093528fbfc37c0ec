#pragma once

#include "gradus/curriculum/document.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/exchange/csv.hpp"

#include <string>

namespace gradus::exchange {

// What a cell says for a field of the type, as the JSON value that a line of the exchange format
// would have. What can't be understood stays a text, and is refused as that.
[[nodiscard]] curriculum::Node csv_value(curriculum::EntryType type, const std::string& field,
                                         const std::string& text, const CsvWords& words);

}  // namespace gradus::exchange
