#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

// A point in time, in whole microseconds of UTC, independent of any local clock. A default one is
// the start of 1970.
class Instant {
 public:
  using Microseconds = std::chrono::microseconds;

  constexpr Instant() = default;
  constexpr explicit Instant(Microseconds since_1970) : since_1970_(since_1970) {}

  // Reads "2026-11-29T10:15:30.123456Z", years 1970 to 9999. The fraction is optional and cut after
  // six digits; an offset such as +01:00 may replace the Z.
  [[nodiscard]] static std::optional<Instant> parse(std::string_view iso);
  // Always with Z; the fraction has six digits, or is left out when it is 0.
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
