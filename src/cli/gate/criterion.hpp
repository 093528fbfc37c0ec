#pragma once

#include "cli/command.hpp"

#include <string>

namespace gradus::cli {

// The argument of a command about one criterion: TIER/CRITERION.
inline void add_criterion(Command& command, std::string& criterion) {
  command
      .add_option(
          "CRITERION", criterion,
          "TIER/CRITERION as gradus ready shows it, or finish/CRITERION for the final check")
      .required()
      .type_name("TIER/CRITERION")
      .completes(Completion::criterion);
}

}  // namespace gradus::cli
