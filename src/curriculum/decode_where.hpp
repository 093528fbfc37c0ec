#pragma once

#include "curriculum/decode.hpp"

#include <optional>
#include <vector>

namespace gradus::curriculum {

// What `where` asks of entries.
struct Where {
  std::vector<Filter> filters;
  std::optional<std::vector<TierId>> tiers;  // as in Query
};

[[nodiscard]] Where decode_where(const text::Cursor& from, EntryType type, const Scope& scope);

// The field of the type with that name; nullopt, with a finding, if there is none.
[[nodiscard]] std::optional<Field> decode_field(const text::Cursor& from, EntryType type);

}  // namespace gradus::curriculum
