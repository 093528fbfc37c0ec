#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace gradus::curriculum {

// An amount of US dollars, kept in whole cents.
class Usd {
 public:
  // nullopt for an amount that is negative, not finite, over 1e9, or has fractions of a cent.
  [[nodiscard]] static std::optional<Usd> of(double dollars);
  explicit constexpr Usd(std::int64_t cents) : cents_(cents) {}

  [[nodiscard]] constexpr std::int64_t cents() const { return cents_; }
  [[nodiscard]] constexpr double dollars() const { return static_cast<double>(cents_) / 100.0; }
  [[nodiscard]] std::string text() const;  // "300", "19.99"

  [[nodiscard]] friend bool operator==(Usd, Usd) = default;
  [[nodiscard]] friend auto operator<=>(Usd, Usd) = default;

 private:
  std::int64_t cents_;
};

}  // namespace gradus::curriculum
