#pragma once

#include "cli/session.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace gradus::cli {

// Writes what `--output` names, and says that `what` was written: a file whole or not at all, so
// that a full disk leaves an older one as it was; it keeps its mode. A pipe or a device is written
// to as it is. Throws Error, also for the store itself.
void write_output(const std::string& output, std::string_view what, const Session& session,
                  const std::function<void(std::ostream&)>& write);

}  // namespace gradus::cli
