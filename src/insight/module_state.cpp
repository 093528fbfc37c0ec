#include "gradus/insight/module_state.hpp"

#include "gradus/curriculum/module_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::insight {

using curriculum::CriterionKind;

std::optional<bool> ModuleState::passed() const {
  return verdict ? std::optional(verdict->ready) : std::nullopt;
}

const rules::CriterionResult* ModuleState::first_open() const {
  if (!verdict) return nullptr;
  const auto open = std::ranges::find_if(verdict->criteria, [](const auto& criterion) {
    return criterion.status != rules::Status::pass;
  });
  return open == verdict->criteria.end() ? nullptr : &*open;
}

namespace {

std::string command_of_kind(const curriculum::Module& module, const curriculum::ModuleCheck& check,
                            const DrillIds& drills) {
  const auto& id = check.id.text();
  switch (check.kind) {
    case CriterionKind::artefact:
      return fmt::format("gradus artefact add {} --url URL", id);
    case CriterionKind::quiz:
      if (!check.quiz) return "gradus drill " + id;
      return fmt::format("gradus drill {} --items {}", check.quiz->table.text(), check.quiz->items);
    case CriterionKind::timed:
      if (drills.contains(id)) return "gradus drill " + id;
      break;
    case CriterionKind::attest:
    case CriterionKind::measured:  // no module has one
      break;
  }
  return fmt::format("gradus attest {} --evidence TEXT", check_name(module.id, check.id));
}

}  // namespace

std::string check_command(const curriculum::Module& module, const curriculum::ModuleCheck& check,
                          const DrillIds& drills) {
  auto command = command_of_kind(module, check, drills);
  if (check.sheet)
    command += fmt::format(", or gradus decide {} --for {}", check.sheet->text(),
                           check_name(module.id, check.id));
  return command;
}

void add_commands(ModuleState& state, const DrillIds& drills) {
  if (!state.verdict) return;
  for (auto& criterion : state.verdict->criteria) {
    const auto* const check = curriculum::find_check(state.module, criterion.id.text());
    if (check != nullptr) criterion.how = check_command(state.module, *check, drills);
  }
}

}  // namespace gradus::insight
