#pragma once

#include "gradus/decisions/decide.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gradus::decisions {

// A question to drill: inputs, and what the table says of them.
struct Item {
  Values given;
  Decision decision;
};

// The table's cases first, in an order that `seed` turns, then inputs drawn at the thresholds of
// its rows; each is decided, and none comes twice. Fewer than `count` where no more can be found,
// and cases alone where an input is a list. The same for the same seed, on every machine.
[[nodiscard]] std::vector<Item> items(const Table& table, std::size_t count, std::uint64_t seed);

}  // namespace gradus::decisions
