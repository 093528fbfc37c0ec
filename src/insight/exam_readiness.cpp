#include "gradus/insight/exam_readiness.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <variant>

namespace gradus::insight {
namespace {

constexpr double score_rounding = 1e-9;  // 36 of 45 is 80 %, however it was computed

bool reaches(double score, double target) {
  return score >= target - score_rounding;
}

// Sorts a mock into those that count and those that don't.
void place_mock(ExamReadiness& readiness, const journal::Entry& entry) {
  const auto* mock = std::get_if<journal::MockExam>(&entry.what);
  if (mock == nullptr || mock->exam != readiness.exam.id || entry.on > readiness.today) return;
  const bool recent = readiness.today - entry.on <= readiness.exam.within;
  if (recent && mock->timed)
    readiness.mocks.emplace_back(entry.on, *mock);
  else if (recent)
    ++readiness.untimed;
  else if (mock->timed)
    ++readiness.older;
}

void add_scores(ExamReadiness& readiness) {
  if (readiness.mocks.empty()) return;
  double sum = 0;
  double lowest = 1;
  for (const auto& [on, mock] : readiness.mocks) {
    sum += mock.score;
    lowest = std::min(lowest, mock.score);
  }
  readiness.mean = sum / static_cast<double>(readiness.mocks.size());
  readiness.lowest = lowest;
  readiness.gap_points = std::max(0.0, readiness.exam.target - lowest) * 100;
  if (!reaches(lowest, readiness.exam.target))
    readiness.why = Unready::under_target;
  else if (readiness.mocks.size() < static_cast<std::size_t>(readiness.exam.mocks))
    readiness.why = Unready::too_few;
  else
    readiness.why = Unready::none;
}

DomainScore domain_score(const ExamReadiness& readiness, const curriculum::Topic& domain) {
  DomainScore row{.domain = domain};
  for (const auto& [on, mock] : readiness.mocks) {
    const auto found = mock.domains.find(domain.id.text());
    if (found == mock.domains.end()) continue;
    row.score = found->second;
    row.under_target = !reaches(found->second, readiness.exam.target);
    row.weak = !reaches(found->second, weak_below);
    break;
  }
  return row;
}

std::optional<bool> every_domain_over(const ExamReadiness& readiness) {
  if (readiness.mocks.size() < 2) return std::nullopt;
  const auto& newest = readiness.mocks.front().second;
  if (newest.domains.empty()) return std::nullopt;
  const bool all = std::ranges::all_of(readiness.exam.domains, [&](const auto& domain) {
    return newest.domains.contains(domain.id.text());
  });
  return all && std::ranges::all_of(newest.domains, [&](const auto& scored) {
           return scored.second > readiness.exam.target + score_rounding;
         });
}

bool is_domain(const curriculum::Topic& topic) {
  return topic.weight && !topic.retired;
}

}  // namespace

std::optional<ExamRule> exam_rule(const curriculum::Curriculum& curriculum) {
  if (!curriculum.exam) return std::nullopt;
  const auto& exam = *curriculum.exam;
  ExamRule rule{.id = exam.id, .target = exam.target, .mocks = exam.mocks, .within = exam.within};
  std::ranges::copy_if(curriculum.topics, std::back_inserter(rule.domains), is_domain);
  calendar::Minutes hours{0};
  for (const auto& tier : curriculum.tiers)
    for (const auto& week : tier.weeks)
      if (!tier.retired && !week.retired) hours += week.minutes.total();
  rule.hours = hours;
  return rule;
}

std::vector<DomainScore> ExamReadiness::weak_domains() const {
  std::vector<DomainScore> weak;
  std::ranges::copy_if(domains, std::back_inserter(weak), &DomainScore::weak);
  return weak;
}

ExamReadiness exam_readiness(const ExamRule& exam, const std::vector<journal::Entry>& mocks,
                             calendar::Date today) {
  ExamReadiness readiness{.exam = exam, .today = today};
  for (const auto& entry : mocks) place_mock(readiness, entry);
  std::ranges::stable_sort(readiness.mocks,
                           [](const auto& a, const auto& b) { return a.first > b.first; });
  add_scores(readiness);
  readiness.domains.reserve(exam.domains.size());
  for (const auto& domain : exam.domains)
    readiness.domains.push_back(domain_score(readiness, domain));
  readiness.every_domain_over = every_domain_over(readiness);
  return readiness;
}

std::vector<int> divided(int tenths, const std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  struct Part {
    std::size_t at;
    double rest;
  };
  std::vector<int> parts;
  std::vector<Part> rests;
  parts.reserve(weights.size());
  rests.reserve(weights.size());
  int left = tenths;
  for (const double weight : weights) {
    const double exact = tenths * weight / sum;
    const int whole = std::min(static_cast<int>(std::floor(exact + score_rounding)), left);
    rests.push_back({parts.size(), std::max(0.0, exact - whole)});
    parts.push_back(whole);
    left -= whole;
  }
  std::ranges::stable_sort(
      rests, [](const Part& a, const Part& b) { return a.rest > b.rest + score_rounding; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++parts[rests[i % rests.size()].at];
  return parts;
}

std::vector<BudgetRow> study_budget(const std::vector<curriculum::Topic>& domains, int tenths) {
  std::vector<BudgetRow> rows;
  if (domains.empty()) return rows;
  std::vector<double> weights;
  weights.reserve(domains.size());
  for (const auto& domain : domains) weights.push_back(domain.weight.value_or(0));
  const auto parts = divided(tenths, weights);
  rows.reserve(domains.size());
  for (std::size_t i = 0; i < domains.size(); ++i)
    rows.push_back({domains[i].id, weights[i], parts[i]});
  return rows;
}

}  // namespace gradus::insight
