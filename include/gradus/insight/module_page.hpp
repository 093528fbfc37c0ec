#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/insight/module_state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// Everything that a module has to teach and to test.
struct ModulePage {
  ModuleState state;
  // Of its topics, in order: the address of the page to practise on, where there is one.
  std::vector<std::optional<std::string>> practice{};
  std::vector<curriculum::ModulePrompt> prompts{};
  std::vector<std::string> commands{};  // of its checks, in order: see check_command
};

// `prompts`: its own and those that questions give it.
[[nodiscard]] ModulePage module_page(ModuleState state, const curriculum::Curriculum& curriculum,
                                     const std::vector<curriculum::ModulePrompt>& prompts,
                                     const DrillIds& drills);

}  // namespace gradus::insight
