#include "gradus/plan/countdown.hpp"

#include "gradus/plan/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

struct RunInDay {
  int minutes;
  ExamWork kind;
  const char* task;
};
// From 14 days before the exam to the day before it: 15.5 hours with three mock exams, each
// followed by the days that mend what it shows.
constexpr std::array run_in{
    RunInDay{90, ExamWork::mock, "Mock exam 1, against the clock"},
    RunInDay{60, ExamWork::review, "Mark mock exam 1 and name its weakest domain"},
    RunInDay{90, ExamWork::read, "Read the documentation of that domain"},
    RunInDay{90, ExamWork::lab, "Do that domain's lab once more"},
    RunInDay{30, ExamWork::rest, "Rest: half an hour at most"},
    RunInDay{90, ExamWork::mock, "Mock exam 2, against the clock"},
    RunInDay{60, ExamWork::review, "Mark mock exam 2 and name the next weakest domain"},
    RunInDay{90, ExamWork::read, "Read the documentation of that one"},
    RunInDay{90, ExamWork::lab, "Do its lab once more"},
    RunInDay{60, ExamWork::review, "Go over every question missed so far"},
    RunInDay{90, ExamWork::mock, "Mock exam 3, against the clock"},
    RunInDay{60, ExamWork::review, "Close the last gaps"},
    RunInDay{30, ExamWork::read, "Skim your notes, lightly"},
    RunInDay{0, ExamWork::rest, "Rest, and lay out what the exam needs"}};

Minutes time_on(Date day, const Frame& frame) {
  if (break_on(day, frame.breaks) != nullptr) return Minutes{0};
  return frame.available.per_day(day.weekday());
}

// What is left of a day's slots.
class FreeTime {
 public:
  FreeTime(const Plan& plan, const Frame& frame, const ExamPlan& planned) : frame_(frame) {
    for (const auto& week : plan.weeks)
      for (const auto& block : week.dates.blocks) taken_[block.on] += block.minutes;
    for (const auto& line : planned.lines) take(line);
  }
  void take(const ExamLine& line) { taken_[line.on] += line.minutes; }
  [[nodiscard]] Minutes on(Date day) const {
    const auto taken = taken_.find(day);
    return time_on(day, frame_) - (taken == taken_.end() ? Minutes{0} : taken->second);
  }

 private:
  const Frame& frame_;
  std::map<Date, Minutes> taken_{};
};

// The days in which review of a domain may lie: none of rest, nor the last two before the exam.
std::vector<Date> review_days(Date today, const ExamPlan& planned) {
  constexpr int two_weeks = 14;
  constexpr Days kept_light{2};
  const auto is_for_rest = [&](Date day) {
    return std::ranges::any_of(planned.lines, [day](const ExamLine& line) {
      return line.on == day && line.kind == ExamWork::rest;
    });
  };
  std::vector<Date> days;
  days.reserve(two_weeks);
  auto day = today;
  for (int i = 0; i < two_weeks && day < Date::last(); ++i) {
    day = day + Days{1};
    if (planned.exam_date && *planned.exam_date - day <= kept_light) break;
    if (!is_for_rest(day)) days.push_back(day);
  }
  return days;
}

ExamLine review_line(const DomainInNeed& domain, Date on) {
  return {.name = "review-" + domain.id,
          .on = on,
          .minutes = domain.minutes,
          .kind = ExamWork::review,
          .task = "Review of " + domain.title};
}

std::optional<Date> day_for(const DomainInNeed& domain, const std::vector<Date>& days,
                            const FreeTime& free, const Frame& frame,
                            const std::vector<ExamLine>& placed) {
  const auto has_room = [&](Date day) { return free.on(day) >= domain.minutes; };
  if (const auto room = std::ranges::find_if(days, has_room); room != days.end()) return *room;
  const auto first = std::ranges::find_if(days, [&](Date day) {
    return time_on(day, frame) > Minutes{0} &&
           std::ranges::find(placed, day, &ExamLine::on) == placed.end();
  });
  return first == days.end() ? std::nullopt : std::optional{*first};
}

}  // namespace

std::vector<ExamLine> ExamPlan::days() const {
  std::vector<ExamLine> found;
  std::ranges::copy_if(lines, std::back_inserter(found), &ExamLine::is_day_before);
  return found;
}

std::vector<ExamLine> ExamPlan::on(Date day) const {
  std::vector<ExamLine> found;
  std::ranges::copy_if(lines, std::back_inserter(found),
                       [day](const ExamLine& line) { return line.on == day; });
  return found;
}

std::vector<ExamLine> countdown(Date exam, const std::string& title) {
  const auto length = Days{static_cast<int>(run_in.size())};
  if (exam - Date::first() < length)
    throw Error(fmt::format("the calendar has no 14 days before {}", exam.iso()),
                "give a later day");
  std::vector<ExamLine> lines;
  lines.reserve(run_in.size() + 1);
  auto before = length;
  for (const auto& day : run_in) {
    lines.push_back({.name = fmt::format("d-{}", before.count()),
                     .on = exam - before,
                     .minutes = Minutes{day.minutes},
                     .kind = day.kind,
                     .task = day.task});
    before -= Days{1};
  }
  lines.push_back(
      {.name = "exam", .on = exam, .minutes = Minutes{0}, .kind = ExamWork::exam, .task = title});
  return lines;
}

std::vector<Warning> clashes(const std::vector<ExamLine>& lines, const Frame& frame, Date today) {
  std::vector<Warning> found;
  std::string idle;
  for (const auto& line : lines) {
    if (line.on < today || line.minutes == Minutes{0}) continue;
    if (const auto* pause = break_on(line.on, frame.breaks)) {
      found.push_back(
          {"exam-break", fmt::format("{} ({}) falls on the break from {} to {}", line.task,
                                     line.on.iso(), pause->from.iso(), pause->to.iso())});
    } else if (line.kind != ExamWork::rest && time_on(line.on, frame) == Minutes{0}) {
      idle += (idle.empty() ? "" : ", ") + line.on.iso();
    }
  }
  if (!idle.empty())
    found.push_back({"exam-no-slot", fmt::format("no study time is planned on {}", idle)});
  return found;
}

std::vector<ExamLine> reviews(const std::vector<DomainInNeed>& domains, const Plan& plan,
                              const Frame& frame, const ExamPlan& planned, Date today) {
  FreeTime free(plan, frame, planned);
  const auto days = review_days(today, planned);
  std::vector<ExamLine> lines;
  lines.reserve(domains.size());
  for (const auto& domain : domains) {
    const auto day = day_for(domain, days, free, frame, lines);
    if (!day) continue;
    lines.push_back(review_line(domain, *day));
    free.take(lines.back());
  }
  std::ranges::stable_sort(lines, {}, &ExamLine::on);
  return lines;
}

}  // namespace gradus::plan
