#pragma once

namespace gradus::store {

// Decisions by a table or by advice.
inline constexpr auto version_7 = R"sql(
ALTER TABLE entry ADD COLUMN "table" TEXT;
ALTER TABLE entry ADD COLUMN result TEXT;
ALTER TABLE entry ADD COLUMN why TEXT;
ALTER TABLE entry ADD COLUMN given TEXT;
ALTER TABLE set_aside ADD COLUMN "table" TEXT;
ALTER TABLE set_aside ADD COLUMN result TEXT;
ALTER TABLE set_aside ADD COLUMN why TEXT;
ALTER TABLE set_aside ADD COLUMN given TEXT;
)sql";

}  // namespace gradus::store
