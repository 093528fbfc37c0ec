#include "decisions/certificate_words.hpp"

#include "gradus/decisions/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gradus::decisions {

std::string plain(double number) {
  return in_words(Value{number});
}

std::string usd_words(double amount) {
  return plain(amount) + " USD";
}

std::string price_words(const Certificate& certificate) {
  return certificate.exam_usd ? usd_words(certificate.exam_usd->dollars()) : "price unknown";
}

std::string hours_words(const Certificate& certificate) {
  if (!certificate.prep_hours) return "hours unknown";
  const auto [least, most] = *certificate.prep_hours;
  return least == most ? fmt::format("about {} h", least) : fmt::format("{} to {} h", least, most);
}

std::string retired_words(const Certificate& certificate) {
  auto words = fmt::format("retired since {}",
                           certificate.retired_on.value_or(calendar::Date::first()).iso());
  if (certificate.successor) words += fmt::format("; {} follows it", *certificate.successor);
  return words;
}

std::string none_words(std::string_view step) {
  if (step == "budget") return "None now: the budget is too small for what fits you.";
  if (step == "time") return "None now: the weeks are too few for what fits you.";
  if (step == "stopping-rule")
    return "None now: a job comes first, and another certificate opens no further door to it.";
  return "None now: no certificate is asked for there that you lack.";
}

std::string weeks_needed(const Certificate& certificate, const CertificateCase& asked) {
  const double least = certificate.prep_hours ? certificate.prep_hours->front() : 0;
  auto words = fmt::format("{} takes {} h at least", certificate.id, plain(least));
  Words ways;
  if (asked.hours_per_week > 0)
    ways.push_back(fmt::format("{} weeks at {} h", plain(std::ceil(least / asked.hours_per_week)),
                               plain(asked.hours_per_week)));
  if (asked.weeks > 0)
    ways.push_back(fmt::format("{} h a week for {} weeks", plain(std::ceil(least / asked.weeks)),
                               plain(asked.weeks)));
  if (!ways.empty()) words += fmt::format(": {}", fmt::join(ways, ", or "));
  return words + ".";
}

std::string next_words(const CertificateCatalogue& catalogue, const Words& next, bool employed) {
  Words choices;
  for (const auto& [team, id] : catalogue.rules.next_by_team)
    if (std::ranges::find(next, id) != next.end())
      choices.push_back(fmt::format("{} where it works with {}", id, team));
  std::ranges::stable_sort(choices, {}, [&](const std::string& choice) {
    return std::ranges::find_if(next, [&](const auto& id) { return choice.starts_with(id); }) -
           next.begin();
  });
  return fmt::format("{}, by what the team works with: {}.",
                     employed ? "Then" : "After the first job", fmt::join(choices, ", "));
}

}  // namespace gradus::decisions
