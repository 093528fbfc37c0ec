#pragma once

#include "gradus/decisions/decide.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gradus::decisions {

// Something to be asked: inputs, and what the table says of them. Of a sequence it is its items in
// another order than the right one.
struct Item {
  Values given;
  Decision decision;
  Words shown{};  // of a sequence alone
};

// Items of a table. Of one that is for each of several records, each item is a record, so `table`
// is then the one for a single record, with the fields among its inputs.
struct Items {
  Table table;
  std::vector<Item> items;
};

// The table's cases first, in an order that `seed` decides, then inputs drawn at the thresholds of
// its rows; each is decided with nothing left open, and no two are given the same. Fewer than
// `count` where no more can be found; cases alone where an input is a list; one of a sequence. The
// same for the same seed, on every machine.
[[nodiscard]] Items draw_items(const Table& table, std::size_t count, std::uint64_t seed);

}  // namespace gradus::decisions
