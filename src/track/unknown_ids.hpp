#pragma once

#include "gradus/curriculum/error.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/journal/entry.hpp"

#include <vector>

namespace gradus::track {

// What the entry names but the curriculum doesn't have: "FIELD: no week "w99" in …". A criterion
// may also be a check of one of the modules.
[[nodiscard]] std::vector<curriculum::Error> unknown_ids(
    const journal::Entry& entry, const curriculum::Curriculum& curriculum,
    const std::vector<curriculum::Module>& modules);

}  // namespace gradus::track
