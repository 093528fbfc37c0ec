#include "track/asked_drill.hpp"

#include "gradus/curriculum/requirement.hpp"

#include <algorithm>
#include <variant>

namespace gradus::track {
namespace {

using curriculum::CriterionKind;
using curriculum::Filter;
using curriculum::ModuleCheck;
using curriculum::Requirement;

bool accepts_drill(const Filter& filter, const std::string& drill) {
  if (filter.field.name != curriculum::field::drill.name) return true;
  const auto* const names = std::get_if<curriculum::OneOf>(&filter.test);
  return names == nullptr ||
         std::ranges::find(names->values, curriculum::Value(drill)) != names->values.end();
}

bool counts_drill(const Requirement& requirement, const std::string& drill) {
  if (const auto* const measure = std::get_if<curriculum::Measure>(&requirement.form))
    return measure->query.of == curriculum::EntryType::drill &&
           std::ranges::all_of(measure->query.where,
                               [&](const Filter& filter) { return accepts_drill(filter, drill); });
  return std::ranges::any_of(curriculum::parts_of(requirement),
                             [&](const Requirement& part) { return counts_drill(part, drill); });
}

}  // namespace

bool asks_for_drill(const curriculum::Module& module, const std::string& drill) {
  return std::ranges::any_of(module.checks, [&](const ModuleCheck& check) {
    if (check.quiz) return check.quiz->table.text() == drill;
    const bool by_name = check.kind == CriterionKind::timed || check.kind == CriterionKind::quiz;
    return by_name && check.id.text() == drill;
  });
}

bool asks_for_drill(const std::vector<curriculum::Criterion>& gate, const std::string& drill) {
  return std::ranges::any_of(gate, [&](const curriculum::Criterion& criterion) {
    return !criterion.retired && std::ranges::any_of(criterion.require, [&](const auto& wording) {
      return counts_drill(wording.second, drill);
    });
  });
}

}  // namespace gradus::track
