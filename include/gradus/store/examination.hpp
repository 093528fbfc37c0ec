#pragma once

#include "gradus/insight/checkup.hpp"
#include "gradus/store/store.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace gradus::store {

using insight::CheckedBackup;
using insight::Finding;
using insight::Remedy;

struct Examination {
  std::vector<Finding> findings{};
  std::vector<CheckedBackup> backups{};  // newest first
  std::optional<Store> store{};          // open, where its rows can be examined
  bool newer = false;  // written by a newer gradus: sound, for all this one can tell
};

// Examines a store's file, the files beside it, and its backups: modes, leftovers, SQLite's own
// checks, the tables. Changes nothing. `own_folder` is gradus's own folder: a store elsewhere may
// be in a folder of any mode. Throws Error when there is no store, or another program is using it.
[[nodiscard]] Examination examine(const std::filesystem::path& store,
                                  const std::filesystem::path& own_folder);

// Makes the repairs that are safe: makes files and folders private, removes unfinished copies,
// rolls back what a killed command left half done, leaves WAL mode, brings old tables up to date,
// and recounts the tally if it disagrees with the entries. Changes no entry, and does not touch a
// file that is not a store.
void repair(const std::filesystem::path& store, const std::filesystem::path& own_folder);

}  // namespace gradus::store
