#include "cli/gate/named_check.hpp"

#include "gradus/track/gate_criterion.hpp"

namespace gradus::cli {

std::optional<track::NamedCheck> named_check(const std::string& name,
                                             const track::LoadedTrack& track,
                                             const track::TrackModules& modules) {
  const auto slash = name.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto owner = name.substr(0, slash);
  if (track::is_gate(owner, track.curriculum)) return std::nullopt;
  const auto* const module = modules.find(owner);
  if (module == nullptr) return std::nullopt;
  return track::NamedCheck{module, &modules.get_check(*module, name.substr(slash + 1))};
}

}  // namespace gradus::cli
