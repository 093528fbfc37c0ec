#pragma once

#include "gradus/insight/exam_readiness.hpp"
#include "gradus/insight/track.hpp"
#include "gradus/plan/countdown.hpp"
#include "gradus/rules/gate.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// The labs of a domain: the artefacts that name it.
struct LabCoverage {
  curriculum::Topic domain;
  std::vector<curriculum::ArtefactId> labs;  // none: the curriculum doesn't practise it
  std::size_t delivered;
};
[[nodiscard]] std::vector<LabCoverage> lab_coverage(const curriculum::Curriculum& curriculum,
                                                    const std::vector<curriculum::Topic>& domains,
                                                    const std::vector<journal::Entry>& delivered);

// Everything about an exam on a day.
struct ExamStatus {
  ExamReadiness readiness;
  std::optional<int> tenths{};  // of the hours to divide; nullopt: unknown
  std::vector<BudgetRow> budget{};
  // Of the curriculum's own exam alone:
  std::optional<curriculum::Exam> about{};
  std::vector<LabCoverage> labs{};
  plan::ExamPlan planned{};
  std::optional<rules::Verdict> next{};  // readiness for `about->next`
};

// From so many days before the exam on, the checklist of its day is shown.
inline constexpr calendar::Days checklist_from{3};
[[nodiscard]] bool shows_checklist(const ExamStatus& status);

// What stands for an exam, shown by itself. `cleared`: it was just taken away.
struct ExamCountdown {
  plan::ExamPlan planned;
  calendar::Date today;
  std::vector<plan::Warning> warnings{};
  std::vector<std::string> checklist{};
  bool cleared = false;
};

// A line of the day, with what was done of it: the day's time of its kind fills lines for an exam
// before the plan's blocks. A mock exam is done as well once one is recorded on the day.
struct TodaysExamLine {
  plan::ExamLine line;
  Minutes done{0};
  bool recorded = false;  // of a mock exam

  // A day of rest is never done: there is nothing to do.
  [[nodiscard]] bool is_done() const {
    return recorded ||
           (line.kind != plan::ExamWork::rest && line.minutes > Minutes{0} && done >= line.minutes);
  }
};

// The exam that was, until the learner says how it went, for two weeks at most.
struct ExamPast {
  calendar::Date on;
  std::string how_it_went;  // the command that says so
  bool has_badge = false;   // it records the artefact that the curriculum asks for
};

// For the screen of a day.
struct ExamAhead {
  ExamReadiness readiness;
  std::optional<calendar::Date> exam_date{};  // not before the day
  std::vector<TodaysExamLine> lines{};        // of the day
  std::optional<ExamPast> past{};             // from the exam's day on
  bool checklist = false;                     // exam status shows that of the exam's day by now

  // What all lines of the day take of its time, by the kind of block it would fill else.
  [[nodiscard]] curriculum::WeekMinutes taken() const;
};
// nullopt where there is nothing to tell: no exam, or neither mock exams nor a countdown.
[[nodiscard]] std::optional<ExamAhead> exam_ahead(const Track& track, const Record& record,
                                                  calendar::Date today);

// The domains that earn review: an hour, two if the score is under 50 %.
[[nodiscard]] std::vector<plan::DomainInNeed> domains_in_need(const ExamReadiness& readiness);

}  // namespace gradus::insight
