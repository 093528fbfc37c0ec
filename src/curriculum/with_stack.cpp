#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::curriculum {
namespace {

// Of the exams that a filter allows, the one alone, if it is among them.
void narrow(Filter& filter, const Value& exam) {
  auto* allowed = std::get_if<OneOf>(&filter.test);
  if (allowed == nullptr || filter.field.name != field::exam.name) return;
  auto& values = allowed->values;
  if (std::ranges::find(values, exam) != values.end()) values = {exam};
}

// In all parts of the requirement.
class ExamNarrower {
 public:
  explicit ExamNarrower(const std::string& exam) : exam_(exam) {}

  void narrow_in(Requirement& requirement) const { std::visit(*this, requirement.form); }

  void operator()(All& all) const { each(all.parts); }
  void operator()(Any& any) const { each(any.parts); }
  void operator()(Not& negation) const { each(negation.part); }
  void operator()(Some& some) const { each(some.of_these); }
  void operator()(Attested&) const {}
  void operator()(Delivered&) const {}
  void operator()(Measure& measure) const {
    for (Filter& filter : measure.query.where) narrow(filter, exam_);
  }

 private:
  void each(std::vector<Requirement>& parts) const {
    for (Requirement& part : parts) narrow_in(part);
  }

  Value exam_;
};

void narrow_exams(std::vector<Criterion>& criteria, const std::string& exam) {
  const ExamNarrower narrower{exam};
  for (Criterion& criterion : criteria)
    for (auto& wording : criterion.require) narrower.narrow_in(wording.second);
}

}  // namespace

Curriculum with_stack(Curriculum curriculum, const StackId& stack) {
  const Stack chosen = find_stack(curriculum, stack.text());
  for (Tier& tier : curriculum.tiers) {
    for (Week& week : tier.weeks) {
      const auto changed = chosen.weeks.find(week.id);
      if (changed != chosen.weeks.end()) week = changed->second;
    }
    tier.retired = tier.retired || std::ranges::all_of(tier.weeks, &Week::retired);
    if (chosen.certificate) narrow_exams(tier.exit, *chosen.certificate);
  }
  if (chosen.certificate) narrow_exams(curriculum.finish, *chosen.certificate);
  return curriculum;
}

}  // namespace gradus::curriculum
