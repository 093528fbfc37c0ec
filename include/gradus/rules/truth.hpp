#pragma once

#include "gradus/calendar/named.hpp"

#include <cstddef>
#include <string_view>

namespace gradus::rules {

// Three values: `unknown` means no data yet, and never opens a gate.
enum class Truth { fail, unknown, pass };
inline constexpr auto truths =
    named<Truth>({{Truth::fail, "fail"}, {Truth::unknown, "unknown"}, {Truth::pass, "pass"}});
[[nodiscard]] constexpr std::string_view name(Truth truth) {
  return truths.name(truth);
}

// Swaps pass and fail; unknown stays unknown.
[[nodiscard]] Truth negate(Truth truth);

// Whether at least `need` parts pass, given how many do and how many still could (those that pass
// plus the unknown ones). `all` needs every part, `any` one.
[[nodiscard]] Truth at_least(std::size_t need, std::size_t passing, std::size_t possible);

}  // namespace gradus::rules
