#include "cli/exam/reviews.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/store/exam_plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <variant>

namespace gradus::cli {

LaidReviews plan_reviews(store::Store& store, const track::LoadedTrack& track,
                         const insight::ExamRule& exam, const std::optional<journal::Entry>& added,
                         const Session& session) {
  const auto planned = track::with_reviews(store, track, exam, session.today, added);
  LaidReviews laid;
  std::ranges::copy_if(
      planned.lines, std::back_inserter(laid.ahead),
      [&](const plan::ExamLine& line) { return line.is_review() && line.on >= session.today; });
  if (planned.lines == track.exam_plan.lines) return laid;
  store::save_exam_plan(store, track.id, planned, session.world.clock());
  for (const auto& line : planned.lines)
    if (std::ranges::find(track.exam_plan.lines, line) == track.exam_plan.lines.end())
      laid.news.push_back(fmt::format("{} on {}, {}", line.task, line.on.with_weekday(),
                                      calendar::format_duration(line.minutes)));
  if (laid.news.empty()) laid.news.emplace_back("No domain needs review any more");
  return laid;
}

void say_with(const std::vector<std::string>& reviews, const std::string& confirmation,
              const Session& session) {
  for (const auto& line : reviews) session.say(line);
  session.say(confirmation);
}

std::optional<insight::ExamRule> exam_of(const journal::Entry& entry, const store::Store& store,
                                         const track::LoadedTrack& track) {
  const auto* mock = std::get_if<journal::MockExam>(&entry.what);
  if (mock == nullptr) return std::nullopt;
  const auto& planned = track.exam_plan.exam;
  return track::find_exam(store, track, planned.empty() ? mock->exam : planned);
}

}  // namespace gradus::cli
