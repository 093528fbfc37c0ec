#pragma once

#include "cli/recording.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

struct CheckReadiness {
  std::string tier;  // the open one when empty
  bool explain = false;
};
ExitCode run(const CheckReadiness& request, Session& session);

struct UnlockTier {
  std::string tier;  // the tier to pass; the open one when empty
  std::string on;    // the day it was passed; today when empty
};
ExitCode run(const UnlockTier& request, Session& session);

struct AttestCriterion {
  Recording recording;
  std::string criterion;  // TIER/CRITERION
  std::string evidence;
  bool placement = false;  // counts for compression only, under any criterion
};
ExitCode run(const AttestCriterion& request, Session& session);

struct WaiveCriterion {
  std::string criterion;  // TIER/CRITERION, or finish/CRITERION
  std::optional<std::string> reason;
  std::string on;     // the day it was made; today when empty
  std::string until;  // a day; for good when empty
  bool remove = false;
};
ExitCode run(const WaiveCriterion& request, Session& session);

}  // namespace gradus::cli
