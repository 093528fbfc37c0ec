#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Whether a learner is ready to sit an exam, by the mock exams they took.
namespace gradus::insight {

// An exam and the rule by which one is ready for it.
struct ExamRule {
  std::string id;
  double target = 0.8;                       // a share, 0 to 1
  int mocks = 3;                             // at least 1
  calendar::Days within{14};                 // only mocks of these last days count
  std::vector<curriculum::Topic> domains{};  // each with a weight; empty if they aren't known
  std::optional<calendar::Minutes> hours{};  // that its preparation takes; nullopt: unknown
};
// Of the curriculum's own exam; nullopt if it prepares for none.
[[nodiscard]] std::optional<ExamRule> exam_rule(const curriculum::Curriculum& curriculum);

// A domain's score in the newest mock exam that counts and says one.
struct DomainScore {
  curriculum::Topic domain;
  std::optional<double> score{};
  bool under_target = false;
  bool weak = false;  // under 60 %: it earns an hour or two of review
};

// The domains whose score is under 60 % earn review.
inline constexpr double weak_below = 0.6;

// What can keep a learner from being ready, in the order in which it is said.
enum class Unready { none, no_mocks, too_few, under_target };

struct ExamReadiness {
  ExamRule exam;
  calendar::Date today;
  // Those that count, newest first: timed, of this exam, on or after today - `within`.
  std::vector<std::pair<calendar::Date, journal::MockExam>> mocks{};
  std::size_t untimed = 0;  // of the same days
  std::size_t older = 0;    // timed ones from before
  std::optional<double> mean{};
  std::optional<double> lowest{};
  std::optional<double> gap_points{};  // from the lowest score to the target, in percentage points
  Unready why = Unready::no_mocks;
  std::vector<DomainScore> domains{};
  // Whether the newest of at least two mocks had every domain over the target; nullopt if there are
  // fewer, or it names no domains.
  std::optional<bool> every_domain_over{};

  [[nodiscard]] bool ready() const { return why == Unready::none; }
  [[nodiscard]] std::vector<DomainScore> weak_domains() const;
};

// `mocks`: entries of mock exams, of any exam and in any order.
[[nodiscard]] ExamReadiness exam_readiness(const ExamRule& exam,
                                           const std::vector<journal::Entry>& mocks,
                                           calendar::Date today);

// A whole number of tenths divided by weights (at least one above 0) into parts that sum to it, by
// largest remainder: the earlier of two equal remainders comes first.
[[nodiscard]] std::vector<int> divided(int tenths, const std::vector<double>& weights);

// A domain's share of the time for studying.
struct BudgetRow {
  curriculum::TopicId domain;
  double weight;
  int tenths;  // of an hour
};
[[nodiscard]] std::vector<BudgetRow> study_budget(const std::vector<curriculum::Topic>& domains,
                                                  int tenths);

}  // namespace gradus::insight
