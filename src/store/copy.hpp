#pragma once

#include "gradus/store/part_file.hpp"

#include <filesystem>

namespace gradus::store {

// Copies one state of a store, also while others use it, and checks the copy. Throws Error when the
// store can't be read, the copy can't be written, or it is not sound.
void copy_store(const std::filesystem::path& store, const PartFile& to);

}  // namespace gradus::store
