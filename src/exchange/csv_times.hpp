#pragma once

#include "gradus/exchange/csv.hpp"

#include "exchange/value.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::exchange {

// Columns of time tables that no field of an entry has: they become `on`, `minutes`, `kind`,
// `topic` and `note`.
inline constexpr std::string_view start_column = "(start)";
inline constexpr std::string_view end_column = "(end)";
inline constexpr std::string_view end_day_column = "(end day)";
inline constexpr std::string_view hours_column = "(hours)";
inline constexpr std::string_view seconds_column = "(seconds)";
inline constexpr std::string_view tags_column = "(tags)";

// The non-empty cells of a row, by field.
using Row = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] const std::string* find(const Row& row, std::string_view field);

// "2026-12-01 19:00" with the T that ISO has there.
[[nodiscard]] std::string with_t(std::string text);

[[nodiscard]] Error ambiguous_day(const Place& place, const std::string& text);
// Writes the row's day as ISO, with what follows it. Throws Error for a day with two readings.
void take_day(Row& row, const CsvWords& words, const Place& place);
// Puts fields in the place of the columns above. A start and an end count by the clock, without
// seconds; hours and seconds are rounded to the nearest minute, which may be none. `tell` hears of
// clock times that the clocks skip.
using Tell = std::function<void(const std::string&)>;
void take_times(Row& row, const CsvWords& words, const Place& place, const Tell& tell);
// The same as the file says it, in no zone and by no curriculum's topics: a moment with an offset
// of its own is its instant, another one what the clock shows.
[[nodiscard]] Row times_as_read(Row row, const CsvWords& words, const Place& place);

// "0:45:00", rounded to the nearest minute; nullopt for any other text.
[[nodiscard]] std::optional<calendar::Minutes> hours_minutes_seconds(std::string_view text);

}  // namespace gradus::exchange
