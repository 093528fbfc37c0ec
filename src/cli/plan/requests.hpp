#pragma once

#include "gradus/plan/options.hpp"
#include "gradus/plan/plan.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// Empty texts stand for options that were not given.

struct InitTrack {
  std::string curriculum;  // an id, or a file
  std::string start;
  std::string stack;
  std::string available;
  plan::Fit fit = plan::Fit::weekly;
  std::string finish_by;
  std::string beginner;  // weeks of foundations in front
  bool what_if = false;
};
ExitCode run(const InitTrack& request, Session& session);

struct ShowToday {};
ExitCode run(const ShowToday& request, Session& session);

struct ShowWeek {
  std::string week;  // its id or number; the current one when empty
};
ExitCode run(const ShowWeek& request, Session& session);

struct ShowPlan {
  std::string finish_by;  // shows what it takes instead
  bool wide = false;
};
ExitCode run(const ShowPlan& request, Session& session);

// The changes of a plan; a what-if shows and stores nothing.

struct CompressTier {
  std::string tier;
  std::string to;  // plan weeks
  bool what_if = false;
};
ExitCode run(const CompressTier& request, Session& session);

struct StretchTier {
  std::string tier;
  std::string to;  // plan weeks
  bool what_if = false;
};
ExitCode run(const StretchTier& request, Session& session);

struct SetAvailability {
  std::string spec;
  std::optional<plan::Fit> fit;  // as it is, without
  bool what_if = false;
};
ExitCode run(const SetAvailability& request, Session& session);

struct AddBreak {
  std::string from;
  std::string to;
  std::string note;
  bool what_if = false;
};
ExitCode run(const AddBreak& request, Session& session);

struct RemoveBreak {
  std::string from;  // its first day
  bool what_if = false;
};
ExitCode run(const RemoveBreak& request, Session& session);

struct ListBreaks {};
ExitCode run(const ListBreaks& request, Session& session);

struct AddModules {
  std::vector<std::string> modules;  // ids of modules or bundles
  bool what_if = false;
};
ExitCode run(const AddModules& request, Session& session);

struct RemoveModules {
  std::vector<std::string> modules;  // ids of modules or bundles
  bool what_if = false;
};
ExitCode run(const RemoveModules& request, Session& session);

struct ListModules {};
ExitCode run(const ListModules& request, Session& session);

struct Replan {
  std::optional<plan::Strategy> apply;  // shows the options without it
  std::string max_hours;                // 7 or 7h
  bool what_if = false;
};
ExitCode run(const Replan& request, Session& session);

}  // namespace gradus::cli
