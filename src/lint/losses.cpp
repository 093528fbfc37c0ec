#include "gradus/curriculum/stack_effects.hpp"

#include "lint/lints.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace gradus::lint {
namespace {

void advise_on_stack(const StackEffects& effects, const text::Cursor& weeks) {
  for (const auto& [tier, week] : effects.emptied) {
    const text::Cursor patch = weeks.child(week.text());
    place_of_loss(patch).advise(
        fmt::format("leaves the tier \"{}\" without weeks, so it is retired in this stack",
                    tier.text()),
        "keep one of its weeks if its gate matters in this stack");
  }
  for (const auto& [criterion, missing, week, can_be_met] : effects.criteria) {
    if (!can_be_met) continue;  // an error
    const text::Cursor patch = weeks.child(week.text());
    place_of_loss(patch).advise(
        fmt::format("leaves out \"{}\", which the criterion \"{}\" names; it can be met without",
                    missing, criterion.text()),
        fmt::format("keep \"{}\" in this stack if that is not what you want", missing));
  }
}

}  // namespace

void advise_on_losses(const CurriculumIndex& index) {
  for (const char* part : {"tiers", "finish"})
    if (!index.sound(index.root().child(part))) return;
  const auto& stacks = index.curriculum().stacks;
  const text::Cursor list = index.root().child("stacks");
  const StackJudge judge{index.curriculum()};
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    const text::Cursor stack = list.item(i);
    const text::Cursor weeks = stack.child("weeks");
    if (stacks[i].retired || !weeks.present() || !index.sound(stack)) continue;
    advise_on_stack(judge.effects_of(stacks[i]), weeks);
  }
}

}  // namespace gradus::lint
