#pragma once

#include "gradus/store/store.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gradus::store {

// The worst first.
enum class Remedy {
  restore,  // a backup has to take the store's place
  by_hand,  // `hint` says what to do
  mend      // mend() takes care of it
};

// Something that is not as it should be.
struct Finding {
  std::string code;     // a word for scripts, such as "integrity"
  std::string message;  // for people
  Remedy remedy;
  std::string hint{};
  [[nodiscard]] friend bool operator==(const Finding&, const Finding&) = default;
};

struct CheckedBackup {
  std::filesystem::path file;
  std::optional<std::string> fault;  // none: it can be restored
};

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
