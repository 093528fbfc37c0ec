#include "gradus/text/plural.hpp"

#include "decisions/certificate_steps.hpp"
#include "decisions/certificate_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace gradus::decisions {
namespace {

bool reached(std::optional<int> limit, std::ptrdiff_t count) {
  return limit && count >= *limit;
}

}  // namespace

std::string CertificateSteps::against_market(const Certificate& each) const {
  if (has(each)) return "you have it";
  const auto clouds = count(CertificateRole::cloud);
  if (each.role == CertificateRole::tool)
    return employed() || clouds > 0 ? ""
                                    : "a tool's certificate is a second one, after a cloud's, "
                                      "unless the job you aim at is with that tool";
  if (!is_among(each.markets, asked_.market))
    return each.best_for.empty() ? "it counts little in this market" : "it is for " + each.best_for;
  if (!employed() && reached(catalogue_.rules.max_cloud_before_first_job, clouds))
    return "you have a cloud's, and that is enough before a first job";
  return "";
}

void CertificateSteps::ask_market() {
  AdviceStep step{
      .id = "market", .input = {{"market", asked_.market}}, .result = std::nullopt, .why = {}};
  left_.reserve(catalogue_.certificates.size());
  for (const auto& each : catalogue_.certificates) left_.push_back(&each);
  keep(step, [&](const Certificate& each) { return against_market(each); });
  // With a cloud's certificate at hand, a tool's is the next.
  if (count(CertificateRole::cloud) > 0)
    std::stable_partition(left_.begin(), left_.end(), [](const Certificate* each) {
      return each->role == CertificateRole::tool;
    });
  for (const auto* each : left_)
    if (each->retired_on) warn("retired", fmt::format("{} is {}.", each->id, retired_words(*each)));
  step.result = ids();
  step.why = left_.empty()
                 ? fmt::format("In the market {} no certificate is asked for that you lack.",
                               asked_.market)
                 : fmt::format("For {}: {}.", asked_.market, fmt::join(ids(), ", "));
  add(std::move(step));
}

Words CertificateSteps::shared(const Certificate& each) const {
  Words words;
  std::ranges::copy_if(asked_.portfolio, std::back_inserter(words),
                       [&](const auto& word) { return is_among(each.portfolio, word); });
  return words;
}

void CertificateSteps::ask_portfolio() {
  AdviceStep step{.id = "portfolio",
                  .input = {{"portfolio", asked_.portfolio}},
                  .result = std::nullopt,
                  .why = {}};
  const bool any =
      std::ranges::any_of(left_, [&](const auto* each) { return !shared(*each).empty(); });
  if (any) {
    keep(step, [&](const Certificate& each) {
      if (!shared(each).empty()) return std::string{};
      return fmt::format("it goes with {}: the projects would have to be built again",
                         fmt::join(each.portfolio, ", "));
    });
    std::ranges::stable_sort(left_, std::ranges::greater{},
                             [&](const auto* each) { return shared(*each).size(); });
  }
  if (any)
    step.why =
        fmt::format("{} builds on {}.", left_.front()->id, fmt::join(shared(*left_.front()), ", "));
  else if (asked_.portfolio.empty())
    step.why = "No project says what it runs on, so all of them stay.";
  else
    step.why =
        fmt::format("None builds on {}, so all of them stay.", fmt::join(asked_.portfolio, ", "));
  if (left_.empty()) step.why = nothing_to_ask;
  step.result = ids();
  add(std::move(step));
}

std::string CertificateSteps::against_budget(const Certificate& each) {
  if (each.retired_on) return retired_words(each);
  if (!each.exam_usd)
    return asked_.budget_usd > 0 ? "" : "its price is unknown, and there is nothing to pay it with";
  if (each.exam_usd->dollars() <= asked_.budget_usd) return "";
  if (!too_dear_ || *each.exam_usd < *too_dear_->exam_usd) too_dear_ = &each;
  return fmt::format("its exam costs {}, {} more than there is",
                     usd_words(each.exam_usd->dollars()),
                     usd_words(each.exam_usd->dollars() - asked_.budget_usd));
}

void CertificateSteps::ask_budget() {
  AdviceStep step{.id = "budget",
                  .input = {{"budget_usd", asked_.budget_usd}},
                  .result = std::nullopt,
                  .why = std::string(nothing_to_ask)};
  const bool any = !left_.empty();
  keep(step, [&](const Certificate& each) { return against_budget(each); });
  if (any && left_.empty())
    step.why = fmt::format("No exam that is left can be had for {}.", usd_words(asked_.budget_usd));
  if (!left_.empty())
    step.why = fmt::format("{}: {}, of {}.", left_.front()->id, price_words(*left_.front()),
                           usd_words(asked_.budget_usd));
  step.result = ids();
  add(std::move(step));
}

TimeFit CertificateSteps::time_fit(const Certificate& each) const {
  if (!each.prep_hours) return hours() > 0 ? TimeFit::unknown : TimeFit::too_short;
  if (hours() < each.prep_hours->front()) return TimeFit::too_short;
  return hours() < each.prep_hours->back() ? TimeFit::borderline : TimeFit::fits;
}

std::string CertificateSteps::time_words(const Certificate& each) const {
  return fmt::format("{} weeks x {} h = {} h against {}", plain(asked_.weeks),
                     plain(asked_.hours_per_week), plain(hours()), hours_words(each));
}

void CertificateSteps::ask_time() {
  AdviceStep step{.id = "time",
                  .input = {{"weeks", asked_.weeks},
                            {"hours_per_week", asked_.hours_per_week},
                            {"hours", hours()}},
                  .result = std::nullopt,
                  .why = std::string(nothing_to_ask)};
  const auto* wanted = left_.empty() ? nullptr : left_.front();
  keep(step, [&](const Certificate& each) {
    if (time_fit(each) != TimeFit::too_short) return std::string{};
    if (each.prep_hours &&
        (!too_long_ || each.prep_hours->front() < too_long_->prep_hours->front()))
      too_long_ = &each;
    return time_words(each) + ": too short";
  });
  if (!left_.empty()) wanted = left_.front();
  if (wanted) {
    const auto fit = time_fit(*wanted);
    if (wanted->prep_hours)
      step.input.emplace_back("prep_hours",
                              Numbers{static_cast<double>(wanted->prep_hours->front()),
                                      static_cast<double>(wanted->prep_hours->back())});
    step.result = std::string(time_fits.name(fit));
    const auto still = fit == TimeFit::borderline ? ", still a yes" : "";
    step.why = fit == TimeFit::unknown
                   ? fmt::format("{}: how long it takes isn't known.", wanted->id)
                   : fmt::format("{}: {}: {}{}.", wanted->id, time_words(*wanted),
                                 time_fits.name(fit), still);
  }
  add(std::move(step));
}

void CertificateSteps::ask_whether_to_stop() {
  const auto& rules = catalogue_.rules;
  const auto held = static_cast<std::ptrdiff_t>(asked_.has.size());
  AdviceStep step{.id = "stopping-rule",
                  .input = {{"jobs", asked_.jobs}, {"has", asked_.has}},
                  .result = "no cap",
                  .why = "After a first job any number of certificates is fine."};
  if (!employed()) {
    const auto most = rules.max_before_first_job;
    keep(step, [&](const Certificate& each) {
      if (reached(most, held)) return fmt::format("{} of {} before a first job", held, *most);
      const bool tool = each.role == CertificateRole::tool;
      if (tool && reached(rules.max_tool_before_first_job, count(CertificateRole::tool)))
        return std::string("one tool's certificate is enough before a first job");
      return std::string{};
    });
    const bool stop = reached(most, held) || emptied_by_ == step.id;
    if (stop) emptied_by_ = step.id;
    step.result = stop ? "none now" : "one more";
    step.why =
        most ? fmt::format("Before a first job {} at most, a cloud's and a tool's: you have {}.",
                           text::counted(*most, "certificate"), held)
             : "There is no limit.";
  }
  add(std::move(step));
}

// What is left becomes the pick.
CertificateAdvice advise_certificate(const CertificateCatalogue& catalogue,
                                     const CertificateCase& asked) {
  return CertificateSteps(catalogue, asked).advise();
}

}  // namespace gradus::decisions
