#pragma once

#include "cli/session.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace gradus::cli {

// Writes what `--output` names: a file whole or not at all, so that a full disk leaves an older one
// as it was; it keeps its mode. A pipe or a device is written to as it is. Throws Error, also for
// the store itself.
void write_file(const std::filesystem::path& path, const Session& session,
                const std::function<void(std::ostream&)>& write);

}  // namespace gradus::cli
