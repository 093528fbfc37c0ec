#pragma once

#include "gradus/track/modules.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

// The module's check that "MODULE/CHECK" names; nullopt where MODULE is a gate, or no module.
// Throws track::Error, with the nearest, for a check that the module doesn't have. The result
// points into `modules`.
[[nodiscard]] std::optional<track::NamedCheck> named_check(const std::string& name,
                                                           const track::LoadedTrack& track,
                                                           const track::TrackModules& modules);

}  // namespace gradus::cli
