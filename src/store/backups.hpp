#pragma once

#include "gradus/store/store.hpp"

#include <filesystem>

namespace gradus::store {

// Whether a file has the name of a backup of the store.
[[nodiscard]] bool is_backup(const std::filesystem::path& file, const std::filesystem::path& store);

// Before the number of a store that `restore` put aside.
inline constexpr auto replaced_suffix = ".replaced-";

// Copies a store whose tables are about to be brought up to date from an older version. Best
// effort, with progress messages if it takes a while: the migration is one transaction, and goes
// ahead even if the backup can't be made.
void back_up_before_migration(const Location& store, int version) noexcept;

}  // namespace gradus::store
