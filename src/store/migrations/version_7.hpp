#pragma once

namespace gradus::store {

// How many items a round of a table had.
inline constexpr auto version_7 = R"sql(
ALTER TABLE entry ADD COLUMN items INTEGER CHECK (items >= 1);
ALTER TABLE set_aside ADD COLUMN items INTEGER CHECK (items >= 1);
)sql";

}  // namespace gradus::store
