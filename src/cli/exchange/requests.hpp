#pragma once

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// Empty texts stand for options that were not given.

// A file to take entries from.
struct Import {
  std::string file;      // "-" is the standard input
  bool dry_run = false;  // says what would be, and stores nothing
};

struct ImportJsonl : Import {};
ExitCode run(const ImportJsonl& request, Session& session);

// An output names a file; without one it is stdout.

struct ExportCalendar {
  std::string output;
};
ExitCode run(const ExportCalendar& request, Session& session);

struct ExportJsonl {
  std::string output;
};
ExitCode run(const ExportJsonl& request, Session& session);

}  // namespace gradus::cli
