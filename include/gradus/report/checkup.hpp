#pragma once

#include "gradus/report/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::report {

// What a look at the store found. Names of files are whole paths.
struct Checkup {
  enum class Remedy { restore, by_hand, fix };
  struct Finding {
    std::string code;
    std::string message;
    Remedy remedy;
    std::string hint;  // by hand: what to do
  };
  struct Backup {
    std::string file;
    std::optional<std::string> fault;  // none: it can be restored
  };

  std::string store;
  std::vector<Finding> fixed{};
  std::vector<Finding> findings{};  // what is still wrong
  std::vector<Backup> backups{};    // newest first
  bool readable = false;            // there may be entries that can still be read
};

[[nodiscard]] Document checkup_view(const Checkup& checkup);
// {"store": FILE, "sound": false, "fixed": […], "findings": [{"code", "message", "remedy",
// "hint"}],
//  "backups": [{"file", "good", "fault"}]}; a remedy is fix, restore or by_hand.
[[nodiscard]] std::string checkup_json(const Checkup& checkup);

}  // namespace gradus::report
