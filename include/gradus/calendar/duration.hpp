#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

// All study time, planned or logged, in whole minutes.
using Minutes = std::chrono::minutes;

inline constexpr Minutes day_length{std::chrono::hours{24}};

// Reads "50m", "50min", "1h30m", "1h30", "1.5h" or "1:30". Throws Error for a bare number (minutes
// or hours?), zero, negative values, fractions of a minute, and trailing text.
[[nodiscard]] Minutes read_duration(std::string_view text);

// "50m", "1h", "1h30m", "0m"; read_duration reads it back.
[[nodiscard]] std::string format_duration(Minutes minutes);

// A time on the clock, 00:00 to 23:59, counted from midnight.
class TimeOfDay {
 public:
  // Reads HH:MM (H:MM as well); nullopt for any other text, including 24:00.
  [[nodiscard]] static std::optional<TimeOfDay> parse(std::string_view text);

  // Throws Error outside 0 to 1439 minutes.
  explicit TimeOfDay(Minutes since_midnight);

  [[nodiscard]] Minutes since_midnight() const { return since_midnight_; }
  [[nodiscard]] std::string text() const;  // "09:05"

  [[nodiscard]] friend bool operator==(TimeOfDay, TimeOfDay) = default;
  [[nodiscard]] friend auto operator<=>(TimeOfDay, TimeOfDay) = default;

 private:
  Minutes since_midnight_;
};

// A time as people write it: 19:00, 9pm, 7:30 pm; nullopt for any other text.
[[nodiscard]] std::optional<TimeOfDay> read_clock_time(std::string_view text);

}  // namespace gradus::calendar
