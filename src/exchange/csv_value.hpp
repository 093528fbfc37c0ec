#pragma once

#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/exchange/csv.hpp"
#include "gradus/text/json.hpp"

#include "exchange/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::exchange {

// A cell's value for a field of the type, as the JSON value that a line of the exchange format
// would have. What can't be understood stays a text, to be refused as such, or throws Error with a
// hint that fits a table.
[[nodiscard]] text::Node csv_value(curriculum::EntryType type, const std::string& field,
                                   const std::string& text, const CsvWords& words,
                                   const Place& place);

// The topic that a cell names by id or title; of several, the first that is one of the topics.
[[nodiscard]] std::optional<curriculum::TopicId> first_topic(
    const std::string& text, const std::vector<curriculum::Topic>& topics);

// The text without leading and trailing blanks.
[[nodiscard]] std::string trimmed(const std::string& text);

}  // namespace gradus::exchange
