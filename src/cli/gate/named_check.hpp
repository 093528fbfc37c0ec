#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

struct NamedCheck {
  curriculum::Module module;
  curriculum::ModuleCheck check;
};

// The module's check that "MODULE/CHECK" names; nullopt where MODULE is a gate, or no module.
// Throws track::Error, with the nearest, for a check that the module doesn't have.
[[nodiscard]] std::optional<NamedCheck> named_check(const std::string& name,
                                                    const track::LoadedTrack& track);

}  // namespace gradus::cli
