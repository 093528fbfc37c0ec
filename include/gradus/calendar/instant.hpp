#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

// A point in time, in whole microseconds of UTC, whatever local clocks show then. Without a value
// it is the first one of 1970.
class Instant {
 public:
  using Microseconds = std::chrono::microseconds;

  constexpr Instant() = default;
  constexpr explicit Instant(Microseconds since_1970) : since_1970_(since_1970) {}

  // Reads "2026-11-29T10:15:30.123456Z" of the years 1970 to 9999; the fraction may be left out,
  // its digits after the sixth are dropped, and an offset such as +01:00 may stand for the Z.
  [[nodiscard]] static std::optional<Instant> parse(std::string_view iso);
  // With six digits of a fraction, or with none where it is 0; always with Z.
  [[nodiscard]] std::string iso() const;

  [[nodiscard]] constexpr Microseconds since_1970() const { return since_1970_; }

  [[nodiscard]] friend constexpr bool operator==(Instant, Instant) = default;
  [[nodiscard]] friend constexpr auto operator<=>(Instant, Instant) = default;
  [[nodiscard]] friend constexpr Instant operator+(Instant instant, Microseconds time) {
    return Instant{instant.since_1970_ + time};
  }

 private:
  Microseconds since_1970_{0};
};

}  // namespace gradus::calendar
