#pragma once

#include <cstddef>
#include <string_view>

namespace gradus::rules {

// Three values: `unknown` means no data yet, and never opens a gate.
enum class Truth { fail, unknown, pass };

// "fail", "unknown", "pass".
[[nodiscard]] std::string_view name(Truth truth);

// Swaps pass and fail; unknown stays unknown.
[[nodiscard]] Truth negate(Truth truth);

// Whether at least `need` parts pass, given how many do and how many still could (those that pass
// plus the unknown ones). `all` needs every part, `any` one.
[[nodiscard]] Truth at_least(std::size_t need, std::size_t passing, std::size_t possible);

}  // namespace gradus::rules
