#include "gradus/report/verification.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::report {
namespace {

using evidence::Check;

Item check_item(const Check& check) {
  if (check.truth == rules::Truth::pass)
    return {"PASS", Tone::good, fmt::format("{}: {}", check.what, check.have), {}};
  const bool failed = check.truth == rules::Truth::fail;
  return {failed ? "FAIL" : "UNKNOWN",
          failed ? Tone::bad : Tone::plain,
          fmt::format("{}: {}, needed: {}", check.what, check.have, check.need),
          {check.why}};
}

Section section_of(const Verified& verified) {
  const auto& [checks, commit] = verified.result;
  const auto met = std::ranges::count(checks, rules::Truth::pass, &Check::truth);
  ItemList list;
  list.items.reserve(checks.size());
  for (const auto& check : checks) list.items.push_back(check_item(check));
  return {fmt::format("{}: {} of {} found", verified.artefact.text(), met,
                      counted(checks.size(), "thing")),
          {Paragraph{fmt::format(
               "{} ({}{})", verified.title, verified.path,
               commit ? fmt::format(", commit {}", short_commit(*commit)) : std::string())},
           std::move(list)}};
}

}  // namespace

std::string short_commit(const std::string& commit) {
  constexpr std::size_t length = 7;
  return commit.substr(0, length);
}

Document view(const Verified& verified) {
  return {{section_of(verified)}};
}

Document view(const std::vector<Verified>& list) {
  Document document;
  for (const auto& verified : list) document.parts.emplace_back(section_of(verified));
  return document;
}

}  // namespace gradus::report
