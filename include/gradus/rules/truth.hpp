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

// Pass and fail change places; not unknown is unknown.
[[nodiscard]] Truth negate(Truth truth);

// Whether at least `need` of several parts pass, by how many do and how many still may (those that
// pass and the unknown ones). `all` needs every part, `any` one.
[[nodiscard]] Truth at_least(std::size_t need, std::size_t passing, std::size_t possible);

}  // namespace gradus::rules
