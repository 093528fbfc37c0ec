#pragma once

#include "gradus/curriculum/module.hpp"

#include <string>
#include <vector>

namespace gradus::track {

struct KnownModule {
  curriculum::Module module;
  std::string text;  // the file
};

// What can be put into a track's plan: the modules there are for its curriculum, in the order of
// their home weeks, and the bundles of these.
struct KnownModules {
  std::vector<KnownModule> modules;
  std::vector<curriculum::ModuleBundle> bundles;
};

[[nodiscard]] KnownModules known_modules(const curriculum::CurriculumId& of);

}  // namespace gradus::track
