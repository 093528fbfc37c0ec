#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/instant.hpp"
#include "gradus/store/error.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gradus::store {

// Copies of a store in the folder `backups/` beside it, named by the day they were made on. Each
// was opened and checked before it got its name. Of the daily ones, of those made by hand and of
// those from before a migration the 7 newest are kept; those dated ahead count on their own. What
// has such a name and is no database counts for none of them, and is left alone.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& store);
// Newest first, by the days in their names; last those of days after `today`, made while a clock
// was wrong. None of them is opened, so that some may be no databases.
[[nodiscard]] std::vector<std::filesystem::path> backups(
    const std::filesystem::path& store, calendar::Date today = calendar::Date::last());

// Makes the day's backup unless there is one; of a store over 32 MB the week's. Tells why it could
// not be made: whoever changed the store is warned, never held up.
[[nodiscard]] std::optional<std::string> back_up_daily(const std::filesystem::path& store,
                                                       calendar::Date today);

// Each makes a backup now, and throws Error when the store is not sound or the backup can't be
// written: one more among the others, which is returned; a file of its own.
std::filesystem::path back_up(const std::filesystem::path& store, calendar::Date today);
void back_up_to(const std::filesystem::path& store, const std::filesystem::path& file);

// Why a file can't be restored: it does not open, or does not pass its check. Nothing when it can.
[[nodiscard]] std::optional<std::string> fault_of(const std::filesystem::path& file);

// Puts a copy of a sound store into the store's place, durably and all at once. What stood there
// need not be readable; it is kept beside the store under another name, which is returned. Throws
// Error, with nothing changed, when `from` is not sound or another program holds the store. By the
// real clock the copy's calendar events get revisions above any that a calendar has seen.
std::optional<std::filesystem::path> restore(const std::filesystem::path& store,
                                             const std::filesystem::path& from,
                                             calendar::Instant clock = {});

}  // namespace gradus::store
