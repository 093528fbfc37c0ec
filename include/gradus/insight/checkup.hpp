#pragma once

#include "gradus/calendar/named.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::insight {

// The worst first.
enum class Remedy {
  restore,  // a backup has to take the store's place
  by_hand,  // `hint` says what to do
  fix       // `gradus doctor --fix` takes care of it
};
inline constexpr auto remedies = named<Remedy>(
    {{Remedy::restore, "restore"}, {Remedy::by_hand, "by_hand"}, {Remedy::fix, "fix"}});
[[nodiscard]] constexpr std::string_view name(Remedy remedy) {
  return remedies.name(remedy);
}

// Something that is not as it should be.
struct Finding {
  std::string code;     // a word for scripts, such as "integrity"
  std::string message;  // for people
  Remedy remedy;
  std::string hint{};
  [[nodiscard]] friend bool operator==(const Finding&, const Finding&) = default;
};

struct CheckedBackup {
  std::string file;
  std::optional<std::string> fault;  // none: it can be restored
};

// What a look at the store found. Names of files are whole paths.
struct Checkup {
  std::string store;
  std::vector<Finding> fixed{};
  std::vector<Finding> findings{};       // what is still wrong
  std::vector<CheckedBackup> backups{};  // newest first
  bool readable = false;                 // there may be entries that can still be read
};

}  // namespace gradus::insight
