#pragma once

#include "gradus/curriculum/module.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

struct KnownModule {
  curriculum::Module module;
  std::string text;  // the file
};

// The modules there are for a curriculum, in the order of their home weeks.
[[nodiscard]] std::vector<KnownModule> known_modules(const curriculum::CurriculumId& of);

// Bundles of the known modules only.
[[nodiscard]] std::vector<curriculum::ModuleBundle> known_bundles(
    const std::vector<KnownModule>& modules);

}  // namespace gradus::cli
