#include "lint/attainability.hpp"

#include <algorithm>

namespace gradus::lint {

Judged judge_counted(const std::vector<Judged>& parts, std::size_t need) {
  const auto count = [&](auto condition) {
    return static_cast<std::size_t>(std::ranges::count_if(parts, condition));
  };
  const std::size_t spare = parts.size() - std::min(need, parts.size());
  const Attainability attainable{
      .pass = count([](const Judged& part) { return part.attainable.pass; }) >= need,
      .fail = count([](const Judged& part) { return part.attainable.fail; }) > spare,
      .unknown = count([](const Judged& part) { return part.attainable.unknown; }) > 0,
  };
  const auto signed_to = [&](rules::Truth truth) {
    return count([&](const Judged& part) { return part.when_signed == truth; });
  };
  return {attainable, rules::at_least(need, signed_to(rules::Truth::pass),
                                      parts.size() - signed_to(rules::Truth::fail))};
}

Judged judge_negation(const Judged& part) {
  return {{.pass = part.attainable.fail,
           .fail = part.attainable.pass,
           .unknown = part.attainable.unknown},
          rules::negate(part.when_signed)};
}

}  // namespace gradus::lint
