#pragma once

#include "store/matches.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gradus::store {

// For json_each.
[[nodiscard]] std::string list_of(const std::vector<std::int64_t>& seqs);

// The terms of an ORDER BY: first by the column, if there is one, then the newest.
[[nodiscard]] std::string in_order(const std::optional<std::string>& column, bool most_first);

// The first of the matches, as a JSON list of their `seq`.
[[nodiscard]] std::string first_of(const Store& store, TrackId track, const Matches& matches,
                                   std::size_t most, const journal::Order& order);

}  // namespace gradus::store
