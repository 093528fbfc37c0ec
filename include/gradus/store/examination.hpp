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
  std::optional<Store> store{};          // open to look at its rows, where they can be read
  bool newer = false;                    // of a newer gradus: sound, as far as this one can tell
};

// Looks at a store's file, at what lies beside it, and at its backups: modes, leftovers, SQLite's
// own checks, the tables. Changes nothing. `own_folder` is the one folder that is gradus's alone:
// of no other a mode is asked. Throws Error when there is no store, or another program holds it.
[[nodiscard]] Examination examine(const std::filesystem::path& store,
                                  const std::filesystem::path& own_folder);

// Does what is safe: makes files and folders the owner's only, removes copies that were never
// finished, takes back what a killed command left half done, leaves WAL mode, brings old tables up
// to date, and adds up the tally anew where it is not that of the entries. Changes no entry, and
// nothing at all of a file that is no store.
void mend(const std::filesystem::path& store, const std::filesystem::path& own_folder);

}  // namespace gradus::store
