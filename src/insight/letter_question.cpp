#include "insight/letter_question.hpp"

#include <algorithm>
#include <variant>

namespace gradus::insight {
namespace {

// The one that has stood longest; of equal ones the curriculum's first. nullptr for none.
const Standing* longest_standing(const Letter& letter) {
  const auto found = std::ranges::min_element(letter.standing, {}, &Standing::since);
  return found == letter.standing.end() ? nullptr : &*found;
}

std::optional<MentorQuestion> late_artefact(const Letter& letter) {
  for (const auto& week : letter.late)
    if (!week.undelivered.empty())
      return MentorQuestion{
          .about = Ask::late_artefact, .of = week.undelivered.front(), .since = week.due};
  return std::nullopt;
}

std::optional<MentorQuestion> late_week(const Letter& letter) {
  if (letter.late.empty()) return std::nullopt;
  const auto& week = letter.late.front();
  return MentorQuestion{.about = Ask::late_week, .of = week.title, .since = week.due};
}

std::optional<MentorQuestion> no_longer_met(const Letter& letter) {
  if (letter.lost.empty()) return std::nullopt;
  return MentorQuestion{.about = Ask::no_longer_met, .of = letter.lost.front().criterion.now.title};
}

std::optional<MentorQuestion> mock_score(const Letter& letter, const Today& now) {
  if (letter.mocks.empty() || !now.exam) return std::nullopt;
  const auto& mock = std::get<journal::MockExam>(letter.mocks.back().what);
  const auto& exam = now.exam->readiness.exam;
  if (mock.exam != exam.id || mock.score >= exam.target) return std::nullopt;
  return MentorQuestion{
      .about = Ask::mock_score, .of = exam.id, .score = mock.score, .target = exam.target};
}

// The one with the smallest share of first tries.
std::optional<MentorQuestion> weak_topic(const Letter& letter) {
  const TopicWork* weakest = nullptr;
  for (const auto& topic : letter.work.topics) {
    if (topic.solved() < enough_problems || 2 * topic.first_tries >= topic.solved()) continue;
    // a/b < c/d, in whole numbers
    if (weakest == nullptr ||
        topic.first_tries * weakest->solved() < weakest->first_tries * topic.solved())
      weakest = &topic;
  }
  if (weakest == nullptr) return std::nullopt;
  return MentorQuestion{.about = Ask::weak_topic,
                        .of = weakest->title,
                        .part = weakest->first_tries,
                        .whole = weakest->solved()};
}

std::optional<MentorQuestion> plan_moved(const Letter& letter) {
  if (!letter.slip_before || letter.slip <= *letter.slip_before) return std::nullopt;
  return MentorQuestion{.about = Ask::plan_moved,
                        .part = static_cast<int>((letter.slip - *letter.slip_before).count())};
}

std::optional<MentorQuestion> standing(const Letter& letter, Ask about, calendar::Days least) {
  const auto* const longest = longest_standing(letter);
  if (longest == nullptr || letter.date - longest->since < least) return std::nullopt;
  return MentorQuestion{.about = about, .of = longest->criterion.title, .since = longest->since};
}

}  // namespace

MentorQuestion question_of(const Letter& letter, const Today& now) {
  const bool nothing = letter.news == News::nothing_done;
  if (nothing && letter.on_break) return {.about = Ask::after_break, .since = letter.on_break};
  if (letter.finished_on && (!letter.gate || letter.gate->ready)) return {.about = Ask::what_next};
  if (nothing) return {.about = Ask::why_nothing, .since = letter.last_study};
  if (letter.gate && letter.gate->ready && now.tier != nullptr)
    return {.about = Ask::ready_gate, .of = letter.gate->title};
  for (const auto& question :
       {late_artefact(letter), late_week(letter), no_longer_met(letter),
        standing(letter, Ask::long_standing, long_standing), mock_score(letter, now),
        weak_topic(letter), plan_moved(letter), standing(letter, Ask::standing, calendar::Days{0})})
    if (question) return *question;
  return {.about = Ask::what_helped};
}

}  // namespace gradus::insight
