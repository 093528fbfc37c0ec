#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/instant.hpp"
#include "gradus/store/error.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gradus::store {

// Copies of a store in the folder `backups/` beside it, named after the day they were made. Each is
// opened and checked before it gets its name. The 7 newest of each kind are kept: daily ones, ones
// made by hand, and ones from before a migration; those dated in the future are counted separately.
// A file with such a name that is not a database is not counted, and is left alone.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& store);
// Newest first, by the days in their names; those of days after `today`, made while a clock was
// wrong, come last. None of them is opened, so some may not be databases.
[[nodiscard]] std::vector<std::filesystem::path> backups(
    const std::filesystem::path& store, calendar::Date today = calendar::Date::last());

// What a file is to a store, whether it is there or not: the store itself, one that SQLite keeps
// beside it, a backup, or what `restore` put aside. Nothing else may be written there.
enum class Role { none, store, companion, backup, replaced };
[[nodiscard]] Role role_of(const std::filesystem::path& file, const std::filesystem::path& store);

// Makes the day's backup unless there is one; for a store over 32 MB, the week's. Returns the
// reason if it could not be made, for a warning: a failed backup never blocks a change to the
// store.
[[nodiscard]] std::optional<std::string> back_up_daily(const std::filesystem::path& store,
                                                       calendar::Date today);

// Called with how much of a copy is made, in percent.
using TellCopied = std::function<void(int percent)>;

// Both make a backup now, and throw Error when the store is damaged or the backup can't be written.
// `back_up` adds it to the backup folder and returns its path; `back_up_to` writes it to `file`.
std::filesystem::path back_up(const std::filesystem::path& store, calendar::Date today,
                              const TellCopied& tell = {});
void back_up_to(const std::filesystem::path& store, const std::filesystem::path& file,
                const TellCopied& tell = {});

// Why a file can't be restored: it does not open, or fails its check. nullopt when it can.
[[nodiscard]] std::optional<std::string> fault_of(const std::filesystem::path& file);

// Replaces the store with a copy of a sound one, durably and all at once. The old file need not be
// readable; it is kept beside the store under another name, which is returned. Throws Error, with
// nothing changed, when `from` is damaged or another program is using the store. `clock` is the
// real time, from which the copy's calendar events get revisions above any that a calendar has
// seen.
std::optional<std::filesystem::path> restore(const std::filesystem::path& store,
                                             const std::filesystem::path& from,
                                             calendar::Instant clock, const TellCopied& tell = {});

}  // namespace gradus::store
