#include "gradus/curriculum/module_checks.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace gradus::curriculum {
namespace {

Filter where(const Field& field, Value value) {
  return {.field = field, .test = OneOf{{std::move(value)}}};
}

// At least one entry of the type, of any tier, that passes the filters.
Requirement any_entry(EntryType of, std::vector<Filter> filters) {
  return {Measure{.query = {.of = of,
                            .measure = Aggregate::count,
                            .where = std::move(filters),
                            .tiers = std::vector<TierId>{}},
                  .at_least = 1,
                  .at_most = std::nullopt}};
}

Requirement recorded(const Module& module, const ModuleCheck& check) {
  return any_entry(EntryType::check,
                   {where(field::module, module.id.text()), where(field::check, check.id.text()),
                    where(field::passed, true)});
}

// The drill that has the check's name: a question against the clock, or one that was graded.
Requirement drilled(const ModuleCheck& check) {
  std::vector<Filter> filters{where(field::drill, check.id.text()), where(field::passed, true)};
  if (check.limit)
    filters.push_back({.field = field::seconds,
                       .test = Between{.le = Value(static_cast<double>(check.limit->count()))}});
  return any_entry(EntryType::drill, std::move(filters));
}

// What else shows it; nullopt for what the learner's word alone shows.
std::optional<Requirement> shown(const ModuleCheck& check) {
  switch (check.kind) {
    case CriterionKind::quiz:
      if (check.quiz) return requirement_of(*check.quiz, std::vector<TierId>{});
      return drilled(check);
    case CriterionKind::timed:
      return drilled(check);
    case CriterionKind::artefact:
      return Requirement{Delivered{ArtefactId(check.id.text()), false}};
    case CriterionKind::attest:
    case CriterionKind::measured:  // no module has one
      break;
  }
  return std::nullopt;
}

}  // namespace

Requirement requirement_of(const Module& module, const ModuleCheck& check) {
  Any any{{recorded(module, check)}};
  if (auto by_kind = shown(check)) any.parts.push_back(*std::move(by_kind));
  return {std::move(any)};
}

const ModuleCheck* find_check(const Module& module, std::string_view id) {
  const auto found = std::ranges::find_if(
      module.checks, [&](const ModuleCheck& check) { return check.id.text() == id; });
  return found == module.checks.end() ? nullptr : &*found;
}

std::string check_name(const ModuleId& module, const CriterionId& check) {
  return module.text() + "/" + check.text();
}

}  // namespace gradus::curriculum
