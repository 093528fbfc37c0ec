#include "curriculum/reach.hpp"

#include <algorithm>

namespace gradus::curriculum {

Judged judge_counted(const std::vector<Judged>& parts, std::size_t need) {
  const auto count = [&](auto condition) {
    return static_cast<std::size_t>(std::ranges::count_if(parts, condition));
  };
  const std::size_t spare = parts.size() - std::min(need, parts.size());
  const Reach reach{
      .pass = count([](const Judged& part) { return part.reach.pass; }) >= need,
      .fail = count([](const Judged& part) { return part.reach.fail; }) > spare,
      .unknown = count([](const Judged& part) { return part.reach.unknown; }) > 0,
  };
  const std::size_t passing =
      count([](const Judged& part) { return part.when_signed == Answer::pass; });
  const std::size_t failing =
      count([](const Judged& part) { return part.when_signed == Answer::fail; });
  const Answer undecided = failing > spare ? Answer::fail : Answer::unknown;
  return {reach, passing >= need ? Answer::pass : undecided};
}

Judged judge_negation(const Judged& part) {
  Answer answer = Answer::unknown;
  if (part.when_signed == Answer::pass) answer = Answer::fail;
  if (part.when_signed == Answer::fail) answer = Answer::pass;
  return {{.pass = part.reach.fail, .fail = part.reach.pass, .unknown = part.reach.unknown},
          answer};
}

}  // namespace gradus::curriculum
