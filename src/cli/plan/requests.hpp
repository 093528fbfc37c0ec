#pragma once

#include "gradus/plan/plan.hpp"

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

// Empty texts stand for options that were not given.

struct InitTrack {
  std::string curriculum;  // an id, or a file
  std::string start;
  std::string stack;
  std::string available;
  plan::Fit fit = plan::Fit::weekly;
};
ExitCode run(const InitTrack& request, Session& session);

struct ShowToday {};
ExitCode run(const ShowToday& request, Session& session);

struct ShowWeek {
  std::string week;  // its id or number; the current one when empty
};
ExitCode run(const ShowWeek& request, Session& session);

struct ShowPlan {};
ExitCode run(const ShowPlan& request, Session& session);

}  // namespace gradus::cli
