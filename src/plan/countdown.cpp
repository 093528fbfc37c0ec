#include "gradus/plan/countdown.hpp"

#include "gradus/calendar/duration.hpp"
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

// The days of the countdown that are left, in order, the exam's own included.
std::vector<Date> days_left(const ExamPlan& planned, Date today) {
  std::vector<Date> days;
  days.reserve(planned.lines.size());
  for (const auto& line : planned.lines)
    if (line.on >= today && !line.is_review()) days.push_back(line.on);
  return days;
}

// The break over all of them but the exam's own: the plan rests for the exam. nullptr: none does.
const Break* break_for_exam(const ExamPlan& planned, const Frame& frame, Date today) {
  const auto days = planned.days();
  if (days.empty() || days.back().on < today) return nullptr;
  const auto* pause = break_on(std::max(today, days.front().on), frame.breaks);
  return pause != nullptr && pause->to >= days.back().on ? pause : nullptr;
}

// The days on which the lines for an exam can be done.
class ExamDays {
 public:
  ExamDays(const ExamPlan& planned, const Frame& frame, Date today)
      : frame_(frame), for_exam_(break_for_exam(planned, frame, today)) {}

  [[nodiscard]] const Break* break_for_exam_alone() const { return for_exam_; }
  // One that is meant for other things than the exam.
  [[nodiscard]] const Break* other_break_on(Date day) const {
    const auto* pause = break_on(day, frame_.breaks);
    return pause == for_exam_ ? nullptr : pause;
  }
  [[nodiscard]] Minutes time_on(Date day) const {
    if (other_break_on(day) != nullptr) return Minutes{0};
    return frame_.available.per_day(day.weekday());
  }

 private:
  const Frame& frame_;
  const Break* for_exam_;
};

// What the plan itself has on the days of the countdown that are left.
struct OwnTime {
  Minutes sum{0};
  Minutes on_last_day{0};  // before the exam
  std::size_t days = 0;
};
OwnTime own_time(const ExamPlan& planned, const Plan& plan, Date today) {
  std::map<Date, Minutes> by_day;
  for (const auto day : days_left(planned, today)) by_day.emplace(day, Minutes{0});
  for (const auto& week : plan.weeks) {
    if (week.dates.finished) continue;
    for (const auto& block : week.dates.blocks)
      if (const auto day = by_day.find(block.on); day != by_day.end() && !block.past)
        day->second += block.minutes;
  }
  OwnTime own;
  for (const auto& [day, minutes] : by_day) {
    own.sum += minutes;
    own.days += minutes > Minutes{0} ? 1U : 0U;
    if (planned.exam_date && *planned.exam_date - day == Days{1}) own.on_last_day = minutes;
  }
  return own;
}

// Two loads on the same days, and how to get rid of one; nullopt where the plan has nothing there.
std::optional<Warning> double_load(const ExamPlan& planned, const Plan& plan, Date today) {
  const auto own = own_time(planned, plan, today);
  if (own.sum == Minutes{0}) return std::nullopt;
  const auto days = days_left(planned, today);
  auto text = fmt::format("the plan has {} of its own on {} of these days, beside the countdown",
                          calendar::format_duration(own.sum), own.days);
  if (own.on_last_day > Minutes{0})
    text += fmt::format(" ({} of it on the day before the exam)",
                        calendar::format_duration(own.on_last_day));
  if (days.front() - today > Days{1})
    text += fmt::format(". The hours a week that have it done before: gradus plan --finish-by {}",
                        (days.front() - Days{1}).iso());
  text += fmt::format(". To put it off until after the exam: gradus plan break {} {}",
                      days.front().iso(), days.back().iso());
  return Warning{"exam-double", std::move(text)};
}

// What is left of a day's slots.
class FreeTime {
 public:
  FreeTime(const Plan& plan, const ExamDays& days, const ExamPlan& planned) : days_(days) {
    for (const auto& week : plan.weeks)
      for (const auto& block : week.dates.blocks) taken_[block.on] += block.minutes;
    for (const auto& line : planned.lines) take(line);
  }
  void take(const ExamLine& line) { taken_[line.on] += line.minutes; }
  [[nodiscard]] Minutes on(Date day) const {
    const auto taken = taken_.find(day);
    return days_.time_on(day) - (taken == taken_.end() ? Minutes{0} : taken->second);
  }

 private:
  const ExamDays& days_;
  std::map<Date, Minutes> taken_{};
};

// The days in which review of a domain may lie: none of rest or of a mock exam, nor the last two
// before the exam.
std::vector<Date> review_days(Date today, const ExamPlan& planned) {
  constexpr int two_weeks = 14;
  constexpr Days kept_light{2};
  const auto is_taken = [&](Date day) {
    return std::ranges::any_of(planned.lines, [day](const ExamLine& line) {
      return line.on == day && (line.kind == ExamWork::rest || line.kind == ExamWork::mock);
    });
  };
  std::vector<Date> days;
  days.reserve(two_weeks);
  auto day = today;
  for (int i = 0; i < two_weeks && day < Date::last(); ++i) {
    day = day + Days{1};
    if (planned.exam_date && *planned.exam_date - day <= kept_light) break;
    if (!is_taken(day)) days.push_back(day);
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
                            const FreeTime& free, const ExamDays& exam_days,
                            const std::vector<ExamLine>& placed) {
  const auto has_room = [&](Date day) { return free.on(day) >= domain.minutes; };
  if (const auto room = std::ranges::find_if(days, has_room); room != days.end()) return *room;
  const auto has_slot = [&](Date day) { return exam_days.time_on(day) > Minutes{0}; };
  const auto first = std::ranges::find_if(days, [&](Date day) {
    return has_slot(day) && std::ranges::find(placed, day, &ExamLine::on) == placed.end();
  });
  if (first != days.end()) return *first;
  const auto shared = std::ranges::find_if(days, has_slot);
  return shared == days.end() ? std::nullopt : std::optional{*shared};
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

std::vector<Warning> clashes(const ExamPlan& planned, const Plan& plan, const Frame& frame,
                             Date today) {
  std::vector<Warning> found;
  const ExamDays days(planned, frame, today);
  if (const auto* pause = days.break_for_exam_alone())
    found.push_back(
        {"exam-break", fmt::format("the break from {} to {} covers the countdown: the plan's own "
                                   "study rests, and these lines stay",
                                   pause->from.iso(), pause->to.iso())});
  std::string idle;
  for (const auto& line : planned.lines) {
    if (line.on < today || line.minutes == Minutes{0}) continue;
    if (const auto* pause = days.other_break_on(line.on)) {
      found.push_back(
          {"exam-break", fmt::format("{} ({}) falls on the break from {} to {}", line.task,
                                     line.on.iso(), pause->from.iso(), pause->to.iso())});
    } else if (line.kind != ExamWork::rest && days.time_on(line.on) == Minutes{0}) {
      idle += (idle.empty() ? "" : ", ") + line.on.iso();
    }
  }
  if (!idle.empty())
    found.push_back({"exam-no-slot", fmt::format("no study time is planned on {}", idle)});
  if (auto both = double_load(planned, plan, today)) found.push_back(*std::move(both));
  return found;
}

std::vector<ExamLine> reviews(const std::vector<DomainInNeed>& domains, const Plan& plan,
                              const Frame& frame, const ExamPlan& planned, Date today) {
  const ExamDays exam_days(planned, frame, today);
  FreeTime free(plan, exam_days, planned);
  const auto days = review_days(today, planned);
  std::vector<ExamLine> lines;
  lines.reserve(domains.size());
  for (const auto& domain : domains) {
    const auto day = day_for(domain, days, free, exam_days, lines);
    if (!day) continue;
    lines.push_back(review_line(domain, *day));
    free.take(lines.back());
  }
  std::ranges::stable_sort(lines, {}, &ExamLine::on);
  return lines;
}

}  // namespace gradus::plan
