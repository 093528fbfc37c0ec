#pragma once

#include "gradus/journal/entry.hpp"

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// Empty texts stand for options that were not given.

// A file to take entries from.
struct Import {
  std::string file;         // "-" is the standard input
  bool dry_run = false;     // says what would be, and stores nothing
  bool bring_back = false;  // takes what was removed since, too
};

struct ImportJsonl : Import {};
ExitCode run(const ImportJsonl& request, Session& session);

struct ImportCsv : Import {
  std::string map;     // FIELD=COLUMN,…
  std::string set;     // FIELD=VALUE,…
  std::string type;    // of all rows
  std::string preset;  // leetcode
};
ExitCode run(const ImportCsv& request, Session& session);

// From a time tracker, whose tags say what was studied.
struct ImportSessions : Import {
  journal::SessionKind kind = journal::SessionKind::read;  // of what has no tag for it
};
struct ImportTimewarrior : ImportSessions {};
ExitCode run(const ImportTimewarrior& request, Session& session);
struct ImportKlog : ImportSessions {};
ExitCode run(const ImportKlog& request, Session& session);

struct ImportAirflowRuns : Import {};
ExitCode run(const ImportAirflowRuns& request, Session& session);

struct Export {
  std::string output;  // a file; without one it is stdout
};
struct ExportCalendar : Export {};
ExitCode run(const ExportCalendar& request, Session& session);
struct ExportJsonl : Export {};
ExitCode run(const ExportJsonl& request, Session& session);
struct ExportCsv : Export {};
ExitCode run(const ExportCsv& request, Session& session);

}  // namespace gradus::cli
