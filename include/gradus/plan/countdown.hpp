#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The days before an exam. They are no part of the weeks of a plan: what shows a day shows both.
namespace gradus::plan {

enum class ExamWork { mock, review, read, lab, rest, exam };
inline constexpr auto exam_works = named<ExamWork>({{ExamWork::mock, "mock"},
                                                    {ExamWork::review, "review"},
                                                    {ExamWork::read, "read"},
                                                    {ExamWork::lab, "lab"},
                                                    {ExamWork::rest, "rest"},
                                                    {ExamWork::exam, "exam"}});
[[nodiscard]] constexpr std::string_view name(ExamWork work) {
  return exam_works.name(work);
}
[[nodiscard]] constexpr std::optional<ExamWork> parse_exam_work(std::string_view text) {
  return exam_works.parse(text);
}

// What is to be done for an exam on a day. The name stays with it in every calendar: "d-14" to
// "d-1", "exam" for the exam itself, "review-DOMAIN".
struct ExamLine {
  std::string name;
  calendar::Date on;
  Minutes minutes;  // 0 for a day off, and for the exam
  ExamWork kind;
  std::string task;

  // One of the days before the exam; the review of a domain. The exam itself is neither.
  [[nodiscard]] bool is_day_before() const { return name.starts_with("d-"); }
  [[nodiscard]] bool is_review() const { return name.starts_with("review-"); }
  [[nodiscard]] bool is_review_of(std::string_view domain) const {
    return is_review() &&
           std::string_view(name).substr(std::string_view("review-").size()) == domain;
  }
  [[nodiscard]] friend bool operator==(const ExamLine&, const ExamLine&) = default;
};

// What a track has planned for its exam.
struct ExamPlan {
  std::string exam{};                         // its id
  std::optional<calendar::Date> exam_date{};  // nullopt: no countdown stands
  std::vector<ExamLine> lines{};              // in order of the days

  // The lines of the countdown, without the exam and the reviews.
  [[nodiscard]] std::vector<ExamLine> days() const;
  [[nodiscard]] std::vector<ExamLine> on(calendar::Date day) const;
};

// The last 14 days before the exam, three of them with a mock exam, and the exam itself last.
// Throws Error for a day so early that the calendar has not 14 before it.
[[nodiscard]] std::vector<ExamLine> countdown(calendar::Date exam, const std::string& title);

// What is unwise about the lines from `today` on: those on a break or on a day without time for
// study, and the plan's own blocks on the days of the countdown. A break over all days that are
// left of the countdown is one for the plan alone: it is told once, and no line clashes with it.
[[nodiscard]] std::vector<Warning> clashes(const ExamPlan& planned, const Plan& plan,
                                           const Frame& frame, calendar::Date today);

// A domain in need of review.
struct DomainInNeed {
  std::string id;
  std::string title;
  Minutes minutes;
};
// A line for each domain after `today`: on the first day whose slots have room beside blocks and
// other lines; if none of two weeks has, on the first days with a slot, one domain a day as long as
// there are days. Days of rest or of a mock exam and the last two before the exam stay free;
// domains that no day is left for are left out.
[[nodiscard]] std::vector<ExamLine> reviews(const std::vector<DomainInNeed>& domains,
                                            const Plan& plan, const Frame& frame,
                                            const ExamPlan& planned, calendar::Date today);

}  // namespace gradus::plan
