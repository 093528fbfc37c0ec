#pragma once

#include "gradus/insight/module_page.hpp"
#include "gradus/track/modules.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// The modules of the session's track; where there is no store, those for the built-in roadmap,
// whose state is then unknown.
class ModulesAtHand {
 public:
  explicit ModulesAtHand(const Session& session);
  ModulesAtHand(const ModulesAtHand&) = delete;
  ModulesAtHand& operator=(const ModulesAtHand&) = delete;
  ModulesAtHand(ModulesAtHand&&) = delete;
  ModulesAtHand& operator=(ModulesAtHand&&) = delete;
  ~ModulesAtHand() = default;

  [[nodiscard]] std::vector<insight::ModuleState> all() const;
  // Both throw track::Error with the nearest names.
  [[nodiscard]] insight::ModuleState get(const std::string& id) const;
  [[nodiscard]] insight::ModulePage page(const std::string& id) const;

 private:
  [[nodiscard]] insight::ModuleState state_of(const curriculum::Module& module,
                                              const insight::DrillIds& drills) const;

  const Session& session_;
  std::optional<store::Store> store_{};
  std::optional<track::LoadedTrack> track_{};
  curriculum::Curriculum curriculum_;
  std::vector<curriculum::Module> planned_{};  // of the track
  track::TrackModules modules_;
};

}  // namespace gradus::cli
