#pragma once

#include "cli/command.hpp"

#include <string>

namespace gradus::cli {

// The argument of a command about one criterion: [TIER/]CRITERION.
inline void add_criterion(Command& command, std::string& criterion) {
  command
      .add_option("CRITERION", criterion,
                  "A criterion's id as gradus ready shows it; with its tier, TIER/CRITERION or "
                  "finish/CRITERION, where several have it")
      .required()
      .type_name("[TIER/]CRITERION")
      .completes(Completion::criterion);
}

}  // namespace gradus::cli
