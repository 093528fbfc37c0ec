#include "cli/exam/reviews.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/store/exam_plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace gradus::cli {

std::vector<std::string> plan_reviews(store::Store& store, const track::LoadedTrack& track,
                                      const insight::ExamRule& exam,
                                      const std::optional<journal::Entry>& added,
                                      const Session& session) {
  const auto planned = track::with_reviews(store, track, exam, session.today, added);
  std::vector<std::string> told;
  if (planned.lines == track.exam_plan.lines) return told;
  store::save_exam_plan(store, track.id, planned, session.world.clock());
  for (const auto& line : planned.lines)
    if (std::ranges::find(track.exam_plan.lines, line) == track.exam_plan.lines.end())
      told.push_back(fmt::format("{} on {}, {}", line.task, line.on.with_weekday(),
                                 calendar::format_duration(line.minutes)));
  if (told.empty()) told.emplace_back("No domain needs review any more");
  return told;
}

void say_with(const std::vector<std::string>& reviews, const std::string& confirmation,
              const Session& session) {
  for (const auto& line : reviews) session.say(line);
  session.say(confirmation);
}

std::optional<insight::ExamRule> exam_of(const journal::Entry& entry, const store::Store& store,
                                         const track::LoadedTrack& track) {
  const bool decides =
      std::holds_alternative<journal::MockExam>(entry.what) && !track.exam_plan.exam.empty();
  if (!decides) return std::nullopt;
  return track::find_exam(store, track, track.exam_plan.exam);
}

}  // namespace gradus::cli
