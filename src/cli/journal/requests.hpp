#pragma once

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

struct ListEntries {
  std::string type;
  std::string from;
  std::string to;
  std::string limit;
};
ExitCode run(const ListEntries& request, Session& session);

struct RemoveEntry {
  std::string id;  // or its first 4 characters and more
};
ExitCode run(const RemoveEntry& request, Session& session);

struct Undo {
  bool list = false;  // only show the history
};
ExitCode run(const Undo& request, Session& session);

struct Redo {};
ExitCode run(const Redo& request, Session& session);

}  // namespace gradus::cli
