#include "gradus/calendar/lower.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/text/nearest.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace gradus::decisions {
namespace {

using Names = std::vector<std::string>;

std::string known_name(const CertificateCatalogue& catalogue, std::string_view typed,
                       const Names& known, std::string_view noun) {
  auto name = lower(typed);
  const auto alias = catalogue.aliases.find(name);
  if (alias != catalogue.aliases.end()) name = alias->second;
  if (std::ranges::find(known, name) != known.end()) return name;
  throw Error(fmt::format("there is no {} \"{}\"", noun, typed),
              text::nearest_or_all(lower(typed), known));
}

}  // namespace

std::vector<std::string> portfolio_words(const CertificateCatalogue& catalogue) {
  Names words;
  for (const auto& certificate : catalogue.certificates)
    for (const auto& word : certificate.portfolio)
      if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  return words;
}

std::string known_market(const CertificateCatalogue& catalogue, std::string_view typed) {
  return known_name(catalogue, typed, catalogue.markets, "market");
}

std::string known_portfolio_word(const CertificateCatalogue& catalogue, std::string_view typed) {
  return known_name(catalogue, typed, portfolio_words(catalogue), "portfolio word");
}

}  // namespace gradus::decisions
