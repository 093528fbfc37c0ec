#include "gradus/recall/derived_grade.hpp"

namespace gradus::recall {
namespace {

constexpr int attempts_that_are_hard = 3;
constexpr double score_that_is_hard = 0.75;

}  // namespace

Grade derived_grade(const Solution& solution, Minutes twice_median) {
  const auto& [minutes, attempts, help_used] = solution;
  if (help_used) return Grade::again;
  if (attempts >= attempts_that_are_hard || minutes > twice_median) return Grade::hard;
  if (attempts == 1 && 4 * minutes < twice_median) return Grade::easy;
  return Grade::good;
}

Grade derived_grade(const DrillResult& result) {
  const auto& [passed, seconds, limit, score] = result;
  if (!passed) return Grade::again;
  const bool limited = limit > std::chrono::seconds{0};
  const bool close_call = limited && 10 * seconds > 9 * limit;
  if (close_call || (score && *score < score_that_is_hard)) return Grade::hard;
  const bool quick = limited && 2 * seconds <= limit;
  return quick && (!score || *score >= 1) ? Grade::easy : Grade::good;
}

}  // namespace gradus::recall
