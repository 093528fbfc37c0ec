#include "gradus/insight/exam_readiness.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace gradus::insight::exam_readiness_test {

using namespace gradus::insight;
using gradus::testing::day;

namespace {

std::vector<curriculum::Topic> domains(const std::vector<double>& weights) {
  std::vector<curriculum::Topic> topics;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto id = "d" + std::to_string(i + 1);
    topics.push_back({curriculum::TopicId{id}, "Domain " + id, std::nullopt, weights[i]});
  }
  return topics;
}

const std::vector<double> databricks{0.24, 0.29, 0.22, 0.16, 0.09};
const std::vector<double> aws{0.34, 0.26, 0.22, 0.18};

ExamRule rule() {
  return {.id = "licence", .domains = domains({0.5, 0.3, 0.2})};
}

journal::Entry mock(const std::string& on, double score, bool timed = true,
                    std::map<std::string, double> scores = {},
                    const std::string& exam = "licence") {
  return testing::make_entry(on, journal::MockExam{exam, score, timed, std::move(scores)});
}

ExamReadiness judged(const std::vector<journal::Entry>& mocks,
                     const std::string& today = "2027-03-14") {
  return exam_readiness(rule(), mocks, day(today));
}

double rounded(double number, int decimals) {
  const double scale = std::pow(10, decimals);
  return std::round(number * scale) / scale;
}

std::vector<int> tenths(const std::vector<BudgetRow>& rows) {
  std::vector<int> parts;
  parts.reserve(rows.size());
  for (const auto& row : rows) parts.push_back(row.tenths);
  return parts;
}

}  // namespace

TEST_CASE("one mock exam under the target is enough not to be ready", "[insight]") {
  const auto result =
      judged({mock("2027-03-01", 0.74), mock("2027-03-06", 0.82), mock("2027-03-11", 0.86)});
  CHECK_FALSE(result.ready());
  CHECK(result.why == Unready::under_target);
  CHECK(rounded(result.mean.value(), 2) == 0.81);
  CHECK(result.lowest == 0.74);
  CHECK(rounded(result.gap_points.value(), 1) == 6.0);
}

TEST_CASE("three timed mock exams at the target are enough", "[insight]") {
  const auto result =
      judged({mock("2027-03-01", 0.8), mock("2027-03-06", 0.82), mock("2027-03-11", 0.86)});
  CHECK(result.ready());
  CHECK(result.gap_points == 0.0);
  // However the 80 % came about.
  CHECK(judged({mock("2027-03-01", 36.0 / 45), mock("2027-03-06", 4 * 0.2),
                mock("2027-03-11", 1 - 0.2)})
            .ready());
}

TEST_CASE("untimed, older and foreign mock exams don't count, nor those of days to come",
          "[insight]") {
  auto mocks = std::vector{mock("2027-03-01", 0.9), mock("2027-03-06", 0.9)};
  CHECK(judged(mocks).why == Unready::too_few);
  mocks.push_back(mock("2027-03-07", 0.9, false));
  mocks.push_back(mock("2027-02-27", 0.9));  // 15 days ago
  mocks.push_back(mock("2027-03-07", 0.9, true, {}, "other"));
  mocks.push_back(mock("2027-03-15", 0.9));
  const auto result = judged(mocks);
  CHECK(result.why == Unready::too_few);
  CHECK(result.mocks.size() == 2);
  CHECK(result.untimed == 1);
  CHECK(result.older == 1);
  mocks.push_back(mock("2027-02-28", 0.9));  // 14 days ago
  CHECK(judged(mocks).ready());
}

TEST_CASE("without a mock exam nothing is known but that one isn't ready", "[insight]") {
  const auto result = judged({});
  CHECK(result.why == Unready::no_mocks);
  CHECK_FALSE(result.mean);
  CHECK_FALSE(result.lowest);
  CHECK_FALSE(result.gap_points);
  CHECK_FALSE(result.every_domain_over);
}

TEST_CASE("a domain's score is that of the newest mock exam that has one", "[insight]") {
  const auto result = judged({mock("2027-03-11", 0.9, true, {{"d1", 0.7}, {"d3", 0.6}}),
                              mock("2027-03-06", 0.9, true, {{"d1", 0.4}, {"d2", 0.55}})});
  REQUIRE(result.domains.size() == 3);
  CHECK(result.domains[0].score == 0.7);
  CHECK(result.domains[0].under_target);
  CHECK_FALSE(result.domains[0].weak);
  CHECK(result.domains[1].weak);
  CHECK_FALSE(result.domains[2].weak);  // 60 % is not under 60 %
  REQUIRE(result.weak_domains().size() == 1);
  CHECK(result.weak_domains().front().domain.id.text() == "d2");
}

TEST_CASE("the second mock exam should have every domain over the target", "[insight]") {
  const auto first = mock("2027-03-01", 0.9);
  const auto with = [&](double third) {
    return judged(
               {first, mock("2027-03-08", 0.9, true, {{"d1", 0.9}, {"d2", 0.81}, {"d3", third}})})
        .every_domain_over;
  };
  CHECK(with(0.81) == true);
  CHECK(with(0.8) == false);  // over it, not at it
  CHECK(judged({first, mock("2027-03-08", 0.9, true, {{"d1", 0.9}})}).every_domain_over == false);
  CHECK_FALSE(judged({first, mock("2027-03-08", 0.9)}).every_domain_over);
}

TEST_CASE("42 hours are divided as the guide divides them", "[insight]") {
  CHECK(tenths(study_budget(domains(databricks), 420)) == std::vector{101, 122, 92, 67, 38});
}

TEST_CASE("the parts of any number of hours sum to the whole", "[insight]") {
  rc::prop("they sum, and none is a tenth of an hour off its share", [] {
    const auto whole = *rc::gen::inRange(0, 100'000);
    const auto raw = *rc::gen::suchThat(
        rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 100)),
        [](const std::vector<int>& drawn) { return !drawn.empty() && drawn.size() < 12; });
    const double sum = std::accumulate(raw.begin(), raw.end(), 0.0);
    std::vector<double> weights;
    weights.reserve(raw.size());
    for (const int each : raw) weights.push_back(each / sum);
    const auto parts = divided(whole, weights);
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), 0) == whole);
    for (std::size_t i = 0; i < parts.size(); ++i)
      RC_ASSERT(std::abs(parts[i] - whole * weights[i]) < 1.001);
  });
}

TEST_CASE("four domains are divided like five", "[insight]") {
  CHECK(tenths(study_budget(domains(aws), 550)) == std::vector{187, 143, 121, 99});
  CHECK(tenths(study_budget(domains(aws), 1)) == std::vector{1, 0, 0, 0});
  CHECK(study_budget({}, 420).empty());
}

}  // namespace gradus::insight::exam_readiness_test
