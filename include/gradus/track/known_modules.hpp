#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"

#include <string>
#include <vector>

namespace gradus::track {

struct KnownModule {
  curriculum::Module module;
  std::string text;  // the file's content
};

// What can be added to a track's plan: the modules for its curriculum, in the order of their home
// weeks, and the bundles of these.
struct KnownModules {
  std::vector<KnownModule> modules;
  std::vector<curriculum::ModuleBundle> bundles;
};

[[nodiscard]] KnownModules known_modules(const curriculum::Curriculum& of);

}  // namespace gradus::track
