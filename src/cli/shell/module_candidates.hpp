#pragma once

#include "gradus/track/track.hpp"

#include "cli/session.hpp"
#include "cli/shell/candidates.hpp"

#include <vector>

// What completion offers of a track's deep dives. Whatever names `planned` reads no file.
namespace gradus::cli {

enum class Dives { planned, all };

// The modules that the track can have; where there is no store, those for the built-in roadmap.
[[nodiscard]] std::vector<Candidate> module_names(const Session& session);
// Modules and bundles of them: those that are not, or not wholly, in the plan; and those that are,
// or are in part.
[[nodiscard]] std::vector<Candidate> modules_to_add(const track::LoadedTrack& track);
[[nodiscard]] std::vector<Candidate> modules_to_remove(const track::LoadedTrack& track);

// The checks that are signed and those that ask for a sheet, as MODULE/CHECK, and those that ask
// for an artefact, as CHECK. Of the modules in the plan first.
[[nodiscard]] std::vector<Candidate> checks_to_sign(const track::LoadedTrack& track, Dives of);
[[nodiscard]] std::vector<Candidate> checks_with_sheet(const track::LoadedTrack& track, Dives of);
[[nodiscard]] std::vector<Candidate> artefacts_of_dives(const track::LoadedTrack& track, Dives of);

}  // namespace gradus::cli
