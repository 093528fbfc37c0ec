#pragma once

#include "gradus/store/atomic_file.hpp"

#include <filesystem>
#include <functional>

namespace gradus::store {

// Copies one state of a store, even while others use it, and checks the copy. Throws Error when the
// store can't be read, or the copy can't be written or is damaged. Foreign parts are copied along:
// no backup is left undone for them. `tell` is called after each tenth.
void copy_store(const std::filesystem::path& store, const PartFile& to,
                const std::function<void(int percent)>& tell = {});

}  // namespace gradus::store
