#pragma once

#include "gradus/curriculum/error.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/track/modules.hpp"

#include <vector>

namespace gradus::track {

// What the entry names but the curriculum and its modules don't have: "FIELD: no week "w99" in …".
// A criterion, or an artefact, may also be a check of one of the modules.
[[nodiscard]] std::vector<curriculum::Error> unknown_ids(const journal::Entry& entry,
                                                         const curriculum::Curriculum& curriculum,
                                                         const TrackModules& modules);

}  // namespace gradus::track
