#pragma once

#include "cli/session.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {

// What may be written over: any file, or only one that begins or ends as such output does. A new
// file `for_owner`, with notes or money in it, has mode 0600; others have the usual one.
struct Overwriting {
  bool force = false;
  std::vector<std::string> own_beginnings{};
  std::string own_ending{};
  bool for_owner = false;
};

// Writes what `--output` names, - being the standard output, and says that `what` was written: a
// file whole or not at all, so that a full disk leaves an older one as it was; it keeps its mode. A
// pipe or a device is written to as it is. Throws Error, also for the store and what belongs to it
// (store::role_of), for a pipe that nobody reads from, and for a file that may not be written over.
void write_output(const std::string& output, std::string_view what, const Session& session,
                  const std::function<void(std::ostream&)>& write,
                  const Overwriting& overwriting = {});

}  // namespace gradus::cli
