#pragma once

#include "gradus/calendar/date.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gradus::evidence {

// The git history of a folder in a repository: the commits that changed it.
struct History {
  std::optional<std::string> head{};         // the id of the newest commit in the repository
  std::vector<calendar::Date> written_on{};  // the day of each commit, by its author's clock
  bool more = false;                         // there are older ones that were not read
  std::string trouble{};  // why there is no history, in words; empty when there is one
};

struct Git {
  std::vector<std::filesystem::path> programs{"/usr/bin/git",
                                              "/bin/git"};  // the first that exists is used
  std::chrono::seconds limit{10};                           // per query
};

// Queries the git program in a way that runs nothing the repository names (no hook, filter, helper
// or signature check), opens no network and writes nothing, whatever its configuration says. The
// repository is the nearest folder, upwards, with a .git folder; a .git that points elsewhere is
// not followed.
[[nodiscard]] History read_history(const std::filesystem::path& folder, const Git& git = {});

}  // namespace gradus::evidence
