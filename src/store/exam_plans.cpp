#include "gradus/store/exam_plans.hpp"

#include "store/events.hpp"
#include "store/statement.hpp"

#include <optional>
#include <string>

namespace gradus::store {

plan::ExamPlan load_exam_plan(const Store& store, TrackId track) {
  plan::ExamPlan planned;
  Statement exam(store, "SELECT exam, on_day FROM plan_exam WHERE track = ?", track);
  if (exam.next()) {
    planned.exam = exam.get<std::string>(0);
    planned.exam_date = exam.get<std::optional<calendar::Date>>(1);
  }
  Statement lines(store,
                  "SELECT name, on_day, minutes, kind, task FROM plan_exam_line WHERE track = ? "
                  "ORDER BY on_day, name",
                  track);
  while (lines.next())
    planned.lines.push_back({.name = lines.get<std::string>(0),
                             .on = lines.get<calendar::Date>(1),
                             .minutes = lines.get<plan::Minutes>(2),
                             .kind = lines.get<plan::ExamWork>(3),
                             .task = lines.get<std::string>(4)});
  return planned;
}

void save_exam_plan(Store& store, TrackId track, const plan::ExamPlan& planned,
                    calendar::Instant clock) {
  Statement(store, "DELETE FROM plan_exam WHERE track = ?", track).run();
  Statement(store, "DELETE FROM plan_exam_line WHERE track = ?", track).run();
  if (!planned.lines.empty())
    Statement(store, "INSERT INTO plan_exam (track, exam, on_day) VALUES (?, ?, ?)", track,
              planned.exam, planned.exam_date)
        .run();
  for (const auto& line : planned.lines)
    Statement(store,
              "INSERT INTO plan_exam_line (track, name, on_day, minutes, kind, task) "
              "VALUES (?, ?, ?, ?, ?, ?)",
              track, line.name, line.on, line.minutes, line.kind, line.task)
        .run();
  update_events(store, clock);
}

}  // namespace gradus::store
