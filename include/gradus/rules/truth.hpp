#pragma once

#include <cstddef>
#include <string_view>

namespace gradus::rules {

// Three values: `unknown` means no data yet, and never opens a gate.
enum class Truth { fail, unknown, pass };

// "fail", "unknown", "pass".
[[nodiscard]] std::string_view name(Truth truth);

// Pass and fail change places; not unknown is unknown.
[[nodiscard]] Truth negate(Truth truth);

// Whether at least `need` of several parts pass, by how many do and how many still may (those that
// pass and the unknown ones). `all` needs every part, `any` one.
[[nodiscard]] Truth at_least(std::size_t need, std::size_t passing, std::size_t possible);

}  // namespace gradus::rules
