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

struct Undo {};
ExitCode run(const Undo& request, Session& session);

}  // namespace gradus::cli
