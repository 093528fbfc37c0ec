#include "gradus/decisions/advice.hpp"
#include "gradus/decisions/decide.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::decisions {
namespace {

std::string standing(rules::Truth met) {
  switch (met) {
    case rules::Truth::pass:
      return "against";
    case rules::Truth::unknown:
      return "unknown";
    case rules::Truth::fail:
      break;
  }
  return "fine";
}

// The rows of a table of findings as steps, and the reasons of those that are met.
Words add_rows(const Decision& decision, Advice& advice) {
  Words reasons;
  for (const auto& row : decision.steps) {
    const bool against = row.met == rules::Truth::pass;
    advice.steps.push_back(
        {.id = row.id,
         .input = row.saw,
         .result = standing(row.met),
         .why = row.met == rules::Truth::fail ? "Nothing against it." : row.why});
    if (against) reasons.push_back(row.why);
  }
  return reasons;
}

}  // namespace

Advice advise_bootcamp(const Table& bootcamp, const Table& record, const Values& given) {
  const auto decision = decide(bootcamp, given);
  Advice advice{.title = bootcamp.title,
                .pick = "worth weighing",
                .answer = {},
                .source = bootcamp.source,
                .as_of = bootcamp.as_of};
  const auto reasons = add_rows(decision, advice);
  if (!reasons.empty()) {
    advice.pick = "no";
    advice.answer = fmt::format("No. {}", fmt::join(reasons, " "));
    return advice;
  }
  const auto on_record = decide(record, given);
  const auto doubts = add_rows(on_record, advice);
  for (const auto& doubt : doubts) advice.warnings.push_back({"record", doubt});
  advice.next = decision.ask;
  if (!decision.open.empty()) {
    advice.pick = "undecided";
    advice.answer = "Undecided: nothing speaks against it, but something isn't known.";
    for (const auto& name : decision.ask)
      if (const auto* input = bootcamp.find_input(name))
        advice.warnings.push_back(
            {"unknown", fmt::format("Not known: {} ({})", input->title, name)});
    return advice;
  }
  for (const auto& input : on_record.ask)
    if (std::ranges::find(advice.next, input) == advice.next.end()) advice.next.push_back(input);
  advice.answer = on_record.by.empty()
                      ? "Worth weighing, and its record defends the price."
                      : "Worth weighing, though its record doesn't defend the price so far.";
  return advice;
}

}  // namespace gradus::decisions
