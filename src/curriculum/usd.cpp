#include "gradus/curriculum/usd.hpp"

#include <fmt/format.h>

#include <cmath>

namespace gradus::curriculum {

std::optional<Usd> Usd::of(double dollars) {
  constexpr double most = 1e9;
  if (!(dollars >= 0 && dollars <= most)) return std::nullopt;
  const Usd rounded{std::llround(dollars * 100)};
  // Both are the double nearest to the same decimal, unless there were fractions of a cent.
  if (rounded.dollars() != dollars) return std::nullopt;
  return rounded;
}

std::string Usd::text() const {
  const std::int64_t cents = cents_ < 0 ? -cents_ : cents_;
  const char* sign = cents_ < 0 ? "-" : "";
  if (cents % 100 == 0) return fmt::format("{}{}", sign, cents / 100);
  return fmt::format("{}{}.{:02}", sign, cents / 100, cents % 100);
}

}  // namespace gradus::curriculum
