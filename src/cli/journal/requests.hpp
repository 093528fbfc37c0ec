#pragma once

#include "cli/session.hpp"

#include <map>
#include <optional>
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

struct EditEntry {
  std::string id;  // or its first 4 characters and more
  // By field of the exchange format; empty texts take the value away.
  std::map<std::string, std::optional<std::string>> fields;
};
ExitCode run(const EditEntry& request, Session& session);

struct Undo {
  bool list = false;  // only show the history
};
ExitCode run(const Undo& request, Session& session);

struct Redo {};
ExitCode run(const Redo& request, Session& session);

}  // namespace gradus::cli
