#pragma once

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

struct ImportEntries {
  std::string file;
};
ExitCode run(const ImportEntries& request, Session& session);

struct ExportCalendar {
  std::string output;  // a file; stdout when empty
};
ExitCode run(const ExportCalendar& request, Session& session);

}  // namespace gradus::cli
