#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/insight/module_page.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// A check of one of them.
struct NamedCheck {
  const curriculum::Module* module;
  const curriculum::ModuleCheck* check;
};

// The modules that a track can have: those for its curriculum, and those of its plan in the weeks
// they were put into. The files are read when first asked for.
class TrackModules {
 public:
  // Keeps references to both.
  TrackModules(const curriculum::Curriculum& curriculum,
               const std::vector<curriculum::Module>& planned)
      : curriculum_(curriculum), planned_(planned) {}
  explicit TrackModules(const LoadedTrack& track)
      : TrackModules(track.curriculum, track.shape.modules) {}

  // In the order of their home weeks.
  [[nodiscard]] const std::vector<curriculum::Module>& all() const;
  // nullptr if there is none with that id.
  [[nodiscard]] const curriculum::Module* find(const std::string& id) const;
  // The same. Throws Error with the nearest names, or for a bundle with its modules'.
  [[nodiscard]] const curriculum::Module& get(const std::string& id) const;
  // Throws Error, with the nearest, for a check that the module doesn't have.
  [[nodiscard]] const curriculum::ModuleCheck& get_check(const curriculum::Module& module,
                                                         const std::string& id) const;
  // The check that CHECK, or MODULE/CHECK, names; nullopt if none has that name.
  [[nodiscard]] std::optional<NamedCheck> find_named_check(const std::string& name) const;
  // The module with a check of kind artefact of that id; nullptr if there is none.
  [[nodiscard]] const curriculum::Module* asking_for(const curriculum::ArtefactId& artefact) const;
  // The first of the module's home weeks that is in force; nullptr if none is.
  [[nodiscard]] const curriculum::Week* home_of(const curriculum::Module& module) const;

 private:
  const curriculum::Curriculum& curriculum_;
  const std::vector<curriculum::Module>& planned_;
  mutable std::optional<std::vector<curriculum::Module>> all_{};
};

// How far the track is with a module. `drills`: the questions that its checks can be drilled with.
[[nodiscard]] insight::ModuleState module_state(const store::Store& store, const LoadedTrack& track,
                                                const curriculum::Module& module,
                                                calendar::Date today,
                                                const insight::DrillIds& drills = {});

// Those that are planned, or of which a check passes.
[[nodiscard]] std::vector<insight::ModuleState> modules_in_hand(const store::Store& store,
                                                                const LoadedTrack& track,
                                                                calendar::Date today);

// Those that are passed.
[[nodiscard]] plan::ModuleIds passed_modules(const store::Store& store, const LoadedTrack& track,
                                             calendar::Date today);

// The modules of a plan week: those that begin there, or go on.
[[nodiscard]] std::vector<insight::ModulePage> modules_of_week(const store::Store& store,
                                                               const LoadedTrack& track,
                                                               const plan::WeekLoad& week,
                                                               calendar::Date today);

}  // namespace gradus::track
