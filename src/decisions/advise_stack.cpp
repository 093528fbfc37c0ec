#include "gradus/decisions/advice.hpp"
#include "gradus/decisions/decide.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::decisions {
namespace {

std::optional<curriculum::Usd> exam_price(const CertificateCatalogue& catalogue,
                                          const std::optional<std::string>& certificate) {
  const auto found =
      std::ranges::find(catalogue.certificates, certificate.value_or(""), &Certificate::id);
  return found == catalogue.certificates.end() ? std::nullopt : found->exam_usd;
}

// In the curriculum's order.
std::vector<StackWeek> weeks_of(const curriculum::Stack& stack,
                                const curriculum::Curriculum& curriculum) {
  std::vector<StackWeek> weeks;
  for (const auto& tier : curriculum.tiers)
    for (const auto& usual : tier.weeks) {
      const auto found = stack.weeks.find(usual.id);
      const auto& week = found == stack.weeks.end() ? usual : found->second;
      StackWeek row{usual.id, tier.id, week.title, {}};
      row.artefacts.reserve(week.artefacts.size());
      for (const auto& artefact : week.artefacts)
        if (!artefact.retired) row.artefacts.push_back(artefact.title);
      weeks.push_back(std::move(row));
    }
  return weeks;
}

// The weeks that some stack has otherwise.
bool differs(const StackWeek& week, const curriculum::Curriculum& curriculum) {
  return std::ranges::any_of(curriculum.stacks, [&](const curriculum::Stack& stack) {
    return stack.weeks.contains(week.week);
  });
}

std::vector<ComparedStack> compared(const curriculum::Curriculum& curriculum,
                                    const CertificateCatalogue& catalogue) {
  std::vector<ComparedStack> stacks;
  for (const auto& stack : curriculum.stacks) {
    if (stack.retired) continue;
    ComparedStack row{&stack, exam_price(catalogue, stack.certificate),
                      weeks_of(stack, curriculum)};
    std::erase_if(row.weeks, [&](const StackWeek& week) { return !differs(week, curriculum); });
    stacks.push_back(std::move(row));
  }
  return stacks;
}

// Whether to stay with the track's own.
void weigh_switch(const StackCase& asked, StackAdvice& advice) {
  AdviceStep step{
      .id = "switch", .input = {}, .result = "no track", .why = "No track has a stack yet."};
  if (asked.own) {
    const auto own = asked.own->text();
    const bool other = advice.pick != own;
    step.input = {{"stack", own}, {"midway", asked.midway}};
    step.result = other ? "free to choose" : "stay";
    step.why = other ? "No week of the stack has begun yet."
                     : fmt::format("Your track has {} already.", own);
    if (other && asked.midway) {
      advice.warnings.push_back(
          {"midway", fmt::format("Your track is on {}, and its weeks have begun: what you built "
                                 "would have to be built again.",
                                 own)});
      step.result = asked.anyway ? "switch anyway" : "stay";
      step.why = asked.anyway ? "You asked for it midway." : "No switch midway.";
      if (!asked.anyway) {
        advice.answer = fmt::format("Stay with {}; --anyway weighs {} all the same.", own,
                                    advice.pick.value_or("none"));
        advice.pick = own;
      }
    }
  }
  advice.steps.push_back(std::move(step));
}

}  // namespace

StackAdvice advise_stack(const curriculum::Curriculum& curriculum,
                         const CertificateCatalogue& catalogue, const Table& table,
                         const StackCase& asked) {
  StackAdvice advice;
  advice.title = table.title;
  advice.source = table.source;
  advice.as_of = table.as_of;
  advice.stacks = compared(curriculum, catalogue);
  const auto decision = decide(table, {{"market", asked.market}});
  AdviceStep step{.id = "market",
                  .input = {{"market", asked.market}},
                  .result = std::nullopt,
                  .why = decision.why};
  if (!decision.result.empty()) step.result = decision.result.front().second;
  if (step.result) advice.pick = std::get<std::string>(*step.result);
  advice.steps.push_back(std::move(step));
  const auto pick = std::ranges::find_if(advice.stacks, [&](const ComparedStack& each) {
    return advice.pick == each.stack->id.text();
  });
  if (pick != advice.stacks.end())
    advice.answer = fmt::format("{}: {}. {}", *advice.pick, pick->stack->title, decision.why);
  else
    advice.answer = "This curriculum has no stack for that market.";
  if (pick == advice.stacks.end()) advice.pick.reset();
  weigh_switch(asked, advice);
  if (advice.pick && advice.pick != (asked.own ? asked.own->text() : ""))
    advice.next.push_back(asked.own
                              ? fmt::format("gradus init --track {0} --stack {0}", *advice.pick)
                              : fmt::format("gradus init --stack {}", *advice.pick));
  return advice;
}

}  // namespace gradus::decisions
