#include "cli/gate/named_check.hpp"

#include "gradus/track/gate_criterion.hpp"
#include "gradus/track/modules.hpp"

namespace gradus::cli {

std::optional<NamedCheck> named_check(const std::string& name, const track::LoadedTrack& track) {
  const auto slash = name.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto owner = name.substr(0, slash);
  if (track::is_gate(owner, track.curriculum)) return std::nullopt;
  const track::TrackModules modules(track);
  const auto* const module = modules.find(owner);
  if (module == nullptr) return std::nullopt;
  return NamedCheck{*module, modules.get_check(*module, name.substr(slash + 1))};
}

}  // namespace gradus::cli
