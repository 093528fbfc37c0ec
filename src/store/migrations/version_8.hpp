#pragma once

namespace gradus::store {

// The checks of modules.
inline constexpr auto version_8 = R"sql(
ALTER TABLE entry ADD COLUMN module TEXT;
ALTER TABLE entry ADD COLUMN "check" TEXT;
ALTER TABLE set_aside ADD COLUMN module TEXT;
ALTER TABLE set_aside ADD COLUMN "check" TEXT;
)sql";

}  // namespace gradus::store
