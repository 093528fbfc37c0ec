#include "gradus/track/round_rule.hpp"

#include "gradus/track/known_modules.hpp"

#include <algorithm>
#include <optional>

namespace gradus::track {
namespace {

class Strictest {
 public:
  explicit Strictest(const std::string& table) : table_(table) {}

  void look_at(const std::optional<curriculum::Quiz>& quiz) {
    if (!quiz || quiz->table.text() != table_) return;
    rule_.items = rule_.of_quiz ? std::max(rule_.items, quiz->items) : quiz->items;
    rule_.passing_score =
        rule_.of_quiz ? std::max(rule_.passing_score, quiz->share()) : quiz->share();
    rule_.of_quiz = true;
  }
  void look_at(const std::vector<curriculum::Criterion>& criteria) {
    for (const auto& criterion : criteria)
      if (!criterion.retired) look_at(criterion.quiz);
  }

  [[nodiscard]] RoundRule rule() const { return rule_; }

 private:
  const std::string& table_;
  RoundRule rule_;
};

}  // namespace

RoundRule round_rule(const curriculum::Curriculum& curriculum, const std::string& table) {
  Strictest strictest(table);
  for (const auto& tier : curriculum.tiers) strictest.look_at(tier.exit);
  strictest.look_at(curriculum.finish);
  for (const auto& known : known_modules(curriculum).modules)
    for (const auto& check : known.module.checks) strictest.look_at(check.quiz);
  return strictest.rule();
}

}  // namespace gradus::track
