#pragma once

#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

// Makes a change of the track durable and says what it was; without a step nothing was changed.
ExitCode finish_change(store::Store& store, const store::Track& track, const std::string& step,
                       const std::string& done, const Session& session);

}  // namespace gradus::cli
