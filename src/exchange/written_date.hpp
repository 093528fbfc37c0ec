#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/exchange/csv.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gradus::exchange {

// A day as tables have it, at the front of a text.
struct WrittenDate {
  std::optional<calendar::Date> day{};  // nullopt: no day can be read
  bool ambiguous = false;               // it has two readings, and no order was given
  std::string rest{};                   // what follows it, such as a time
};
// Reads 2026-12-01, 2026/12/01, 1.12.2026 (a day first), 13/01/2026 and 01/13/2026, which have one
// reading, Nov 3, 2026, 3 Nov 2026 and 03-Nov-2026, and others with slashes by `order`.
[[nodiscard]] WrittenDate read_written_date(std::string_view text, std::optional<DateOrder> order);

}  // namespace gradus::exchange
