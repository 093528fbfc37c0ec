#include "gradus/track/chosen_curriculum.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/decisions/check_curriculum.hpp"
#include "gradus/text/json.hpp"

#include <algorithm>

namespace gradus::track {
namespace {

bool has_quiz(const std::vector<curriculum::Criterion>& criteria) {
  return std::ranges::any_of(criteria, [](const auto& each) { return each.quiz.has_value(); });
}

bool has_tables(const curriculum::Curriculum& curriculum) {
  return !curriculum.decisions.empty() || !curriculum.modules.empty() ||
         has_quiz(curriculum.finish) ||
         (curriculum.beginner && has_quiz(curriculum.beginner->exit)) ||
         std::ranges::any_of(curriculum.tiers,
                             [](const auto& tier) { return has_quiz(tier.exit); });
}

}  // namespace

curriculum::Curriculum chosen_curriculum(std::string_view json, std::string_view file) {
  auto chosen = curriculum::load_or_throw(json, file);
  if (!has_tables(chosen)) return chosen;
  const auto parsed = text::parse_json(json);
  curriculum::require_no_errors(decisions::check_curriculum(parsed.root), file);
  return chosen;
}

}  // namespace gradus::track
