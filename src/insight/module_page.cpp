#include "gradus/insight/module_page.hpp"

#include <algorithm>
#include <utility>

namespace gradus::insight {
namespace {

std::optional<std::string> practice_page(const curriculum::ModuleTopic& topic,
                                         const curriculum::Curriculum& curriculum) {
  if (!topic.practice) return std::nullopt;
  const auto found = std::ranges::find(curriculum.topics, *topic.practice, &curriculum::Topic::id);
  return found == curriculum.topics.end() ? std::nullopt : found->practice_url;
}

}  // namespace

ModulePage module_page(ModuleState state, const curriculum::Curriculum& curriculum,
                       const std::vector<curriculum::ModulePrompt>& prompts,
                       const DrillIds& drills) {
  ModulePage page{.state = std::move(state), .prompts = prompts};
  const auto& module = page.state.module;
  page.practice.reserve(module.topics.size());
  for (const auto& topic : module.topics) page.practice.push_back(practice_page(topic, curriculum));
  page.commands.reserve(module.checks.size());
  for (const auto& check : module.checks)
    page.commands.push_back(check_command(module, check, drills));
  return page;
}

}  // namespace gradus::insight
