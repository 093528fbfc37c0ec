#pragma once

#include "gradus/store/store.hpp"

#include <string>

namespace gradus::store {

// Adds a step to the history, unless it changed nothing.
void add_step(const Store& store, const Step& step, const std::string& changeset);

}  // namespace gradus::store
