#pragma once

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

struct ListCurricula {};
ExitCode run(const ListCurricula& request, Session& session);

struct ShowCurriculum {
  std::string curriculum;  // an id, or a file
};
ExitCode run(const ShowCurriculum& request, Session& session);

struct CheckCurriculum {
  std::string file;
};
ExitCode run(const CheckCurriculum& request, Session& session);

// Moves the track to another version of its curriculum.
struct UseCurriculum {
  std::string file;  // an id, or a file
  bool what_if = false;
};
ExitCode run(const UseCurriculum& request, Session& session);

struct PrintSchema {};
ExitCode run(const PrintSchema& request, Session& session);

}  // namespace gradus::cli
