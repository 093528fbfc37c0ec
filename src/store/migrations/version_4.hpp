#pragma once

namespace gradus::store {

// A timer that can be paused.
inline constexpr auto version_4 = R"sql(
ALTER TABLE timer ADD COLUMN counted INTEGER NOT NULL DEFAULT 0 CHECK (counted >= 0);
ALTER TABLE timer ADD COLUMN paused_at TEXT;
ALTER TABLE timer ADD COLUMN resumed_at TEXT CHECK (paused_at IS NULL OR resumed_at IS NULL);
)sql";

}  // namespace gradus::store
