#include "gradus/text/plural.hpp"

#include "decisions/certificate_steps.hpp"
#include "decisions/certificate_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace gradus::decisions {

void CertificateSteps::settle() {
  advice_.title = "Which certificate should come next?";
  advice_.source = catalogue_.source;
  advice_.as_of = catalogue_.as_of;
  for (const auto* each : left_) verdicts_[each->id] = "fits too";
  if (!left_.empty()) {
    const auto& pick = *left_.front();
    advice_.pick = pick.id;
    advice_.answer = fmt::format("{}, {}: exam {}, preparation {}.", pick.id, pick.title,
                                 price_words(pick), hours_words(pick));
    advice_.notes = pick.notes;
    if (!pick.pairs_with.empty())
      advice_.notes.push_back("It pairs with: " + pick.pairs_with + ".");
    verdicts_[pick.id] = "the pick";
    warn_of_time(pick);
    warn_of_costs(pick);
  } else {
    advice_.answer = none_words(emptied_by_);
    if (const auto enough = catalogue_.rules.strong_projects_instead)
      warn("projects", fmt::format("{} of production grade do as well as a certificate.",
                                   text::counted(*enough, "project")));
  }
  for (const auto& each : catalogue_.certificates)
    advice_.weighed.push_back({&each, verdicts_[each.id]});
}

void CertificateSteps::warn_of_time(const Certificate& pick) {
  const auto fit = time_fit(pick);
  if (fit == TimeFit::unknown)
    warn("hours-unknown", fmt::format("How long {} takes isn't known: plan generously.", pick.id));
  if (fit == TimeFit::borderline)
    warn("borderline", fmt::format("{}: there is no week to lose.", time_words(pick)));
}

void CertificateSteps::warn_of_costs(const Certificate& pick) {
  if (!pick.exam_usd)
    warn("price-unknown",
         fmt::format("What {} costs isn't known: look it up before you book.", pick.id));
  double least = 0;
  double most = 0;
  for (const auto& item : pick.prep) {
    least += item.usd.front().dollars();
    most += item.usd.back().dollars();
  }
  if (most > asked_.budget_usd)
    warn("preparation-costs", fmt::format("With practice exams and labs it comes to {} to {} USD.",
                                          plain(least), plain(most)));
}

Words CertificateSteps::next_by_team() const {
  Words next;
  for (const auto& [team, id] : catalogue_.rules.next_by_team)
    if (!is_among(asked_.has, id) && advice_.pick != id) next.push_back(id);
  // A tool that goes with the projects comes first.
  std::ranges::stable_sort(next, std::ranges::greater{}, [&](const std::string& id) {
    return shared(find_certificate(catalogue_, id)).size();
  });
  return next;
}

// What budget and time have room for, though the market, the portfolio or the order of things
// speaks against it.
Words CertificateSteps::fitting_instead() {
  Words next;
  for (const auto& each : catalogue_.certificates) {
    const bool in_market =
        each.role == CertificateRole::tool || is_among(each.markets, asked_.market);
    if (has(each) || each.retired_on || !each.exam_usd || !in_market) continue;
    if (each.exam_usd->dollars() > asked_.budget_usd || time_fit(each) == TimeFit::too_short)
      continue;
    next.push_back(each.id);
    warn("instead",
         fmt::format("{} would fit ({}, {}){}", each.id, price_words(each), hours_words(each),
                     each.role == CertificateRole::tool
                         ? ", but a tool's comes second, unless the job you aim at is with it."
                         : ", but the projects would have to be built again."));
  }
  return next;
}

void CertificateSteps::look_ahead() {
  AdviceStep step{.id = "next", .input = {}, .result = std::nullopt, .why = {}};
  step.input.emplace_back("pick",
                          advice_.pick ? std::optional<Value>(*advice_.pick) : std::nullopt);
  if (emptied_by_ == "budget" || emptied_by_ == "time") {
    if (emptied_by_ == "budget" && too_dear_)
      warn("save", fmt::format("{} needs {} more: save them, or take what fits.", too_dear_->id,
                               usd_words(too_dear_->exam_usd->dollars() - asked_.budget_usd)));
    if (emptied_by_ == "time" && too_long_) warn("time", weeks_needed(*too_long_, asked_));
    advice_.next = fitting_instead();
    step.why = advice_.next.empty()
                   ? "Nothing else fits budget and time."
                   : fmt::format("Within budget and time: {}.", fmt::join(advice_.next, ", "));
  } else if (emptied_by_ == "market") {
    step.why = "Projects count there.";
  } else {
    advice_.next = next_by_team();
    step.why = advice_.next.empty() ? "Nothing more is needed."
                                    : next_words(catalogue_, advice_.next, employed());
  }
  step.result = advice_.next;
  add(std::move(step));
}

}  // namespace gradus::decisions
