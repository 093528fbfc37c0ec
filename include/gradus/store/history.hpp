#pragma once

#include "gradus/store/store.hpp"

#include <optional>
#include <string>

namespace gradus::store {

// Takes back the newest step that has not been taken back, and returns its name; nothing when there
// is none. The store must be open for writing; the caller commits with an empty step.
[[nodiscard]] std::optional<std::string> undo(Store& store);

}  // namespace gradus::store
