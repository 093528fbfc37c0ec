#pragma once

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

struct MakeBackup {
  std::string file;  // empty: among the others, beside the store
};
ExitCode run(const MakeBackup& request, Session& session);

struct RestoreBackup {
  std::string file;  // empty: the newest good backup
};
ExitCode run(const RestoreBackup& request, Session& session);

struct CheckStore {
  bool fix = false;
};
ExitCode run(const CheckStore& request, Session& session);

}  // namespace gradus::cli
