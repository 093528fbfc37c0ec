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

struct PrintSchema {};
ExitCode run(const PrintSchema& request, Session& session);

}  // namespace gradus::cli
