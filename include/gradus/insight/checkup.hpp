#pragma once

#include "gradus/calendar/named.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::insight {

// How a finding can be fixed, worst case first.
enum class Remedy {
  restore,  // the store must be replaced by a backup
  by_hand,  // `hint` says what to do
  fix       // `gradus doctor --fix` takes care of it
};
inline constexpr auto remedies = named<Remedy>(
    {{Remedy::restore, "restore"}, {Remedy::by_hand, "by_hand"}, {Remedy::fix, "fix"}});
[[nodiscard]] constexpr std::string_view name(Remedy remedy) {
  return remedies.name(remedy);
}

// Something wrong with the store.
struct Finding {
  std::string code;     // a word for scripts, such as "integrity"
  std::string message;  // for people
  Remedy remedy;
  std::string hint{};
  [[nodiscard]] friend bool operator==(const Finding&, const Finding&) = default;
};

struct CheckedBackup {
  std::string file;
  std::optional<std::string> fault;  // nullopt: it can be restored
};

// The result of checking the store. File names are full paths.
struct Checkup {
  std::string store;
  std::vector<Finding> fixed{};
  std::vector<Finding> findings{};       // what is still wrong
  std::vector<CheckedBackup> backups{};  // newest first
  bool readable = false;                 // some entries may still be readable
};

}  // namespace gradus::insight
