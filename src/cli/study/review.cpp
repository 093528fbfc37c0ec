#include "gradus/report/review.hpp"

#include "gradus/track/review.hpp"
#include "gradus/track/today.hpp"

#include "cli/commands.hpp"
#include "cli/decisions/tables.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"
#include "cli/show.hpp"
#include "cli/study/grading.hpp"
#include "cli/study/questions.hpp"
#include "cli/study/review_round.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

using curriculum::Question;
using insight::ReviewItem;
using recall::Grade;

struct ReviewSomething {
  Recording recording;
  std::optional<std::string> what;
  std::optional<Grade> grade;
  std::optional<calendar::Minutes> minutes;
  std::optional<calendar::Date> until;
};

void describe_review(Command& review, ReviewSomething& request) {
  review
      .add_option("ID", request.what,
                  "What to grade: a problem by its entry's id, or a drill by its own "
                  "(default: list what is due; on a terminal go through it)")
      .completes(Completion::entry);
  review
      .add_option("--grade", request.grade, read_grade,
                  "How it went: again, hard, good, easy, or 1 to 4")
      .type_name("GRADE")
      .offers({"again", "hard", "good", "easy"});
  review
      .add_option("--minutes", request.minutes, read_minutes,
                  "How long today's reviews may take (default: as the plan has it, else 30)")
      .type_name("N");
  review
      .add_option("--until", request.until, read_day_ahead,
                  "An interview or exam: choose what helps most on that day")
      .type_name("DATE");
  add_recording_options(review, request.recording);
}

// What goes without saying of a review that is typed.
void refuse_mixtures(const ReviewSomething& request) {
  if (request.grade && !request.what)
    throw Error("--grade needs what it is for", "such as gradus review 1a2b --grade good");
  if (request.what && (request.minutes || request.until))
    throw Error("--minutes and --until are for the list, not for a single review",
                "leave them out, or the id");
}

ExitCode record_grade(const ReviewSomething& request, Grade grade, const Session& session) {
  const auto kept = keep_grade(request.what.value(), grade, request.recording, session);
  if (session.json) {
    session.answer(report::review_json(kept.recorded.entry.entry, kept.recorded.item));
    return ExitCode::done;
  }
  session.say(kept.comes_back);
  session.say(kept.last_line);
  return ExitCode::done;
}

bool is_drill(const ReviewItem& item) {
  return item.of == curriculum::ReviewOf::drill;
}

// A learner's file of questions that has errors keeps no review away.
std::vector<Question> questions_of(const curriculum::CurriculumId& curriculum,
                                   const Session& session) {
  try {
    return known_questions(curriculum, session);
  } catch (const gradus::Error& failure) {
    session.warn(failure.what());
  }
  return curriculum::builtin_questions(curriculum);
}

// A list, and the questions of its drills.
struct Listed {
  insight::ReviewList list;
  std::vector<Question> questions{};
};

// Of the table with that id; nullopt where there is none, or its file has errors.
std::optional<std::string> title_of_table(const std::string& id, const Session& session) {
  try {
    const auto table = known_table(id, session);
    return table ? std::optional(table->title) : std::nullopt;
  } catch (const gradus::Error&) {
    return std::nullopt;
  }
}

// Drills under the titles of their questions or tables, as far as these are known.
void name_drills(std::vector<ReviewItem>& items, const std::vector<Question>& questions,
                 const Session& session) {
  const auto id_of = [](const Question& question) { return question.id.text(); };
  for (auto& item : items) {
    if (!is_drill(item)) continue;
    const auto question = std::ranges::find(questions, item.id, id_of);
    if (question != questions.end())
      item.title = question->title;
    else
      item.title = title_of_table(item.id, session).value_or(item.title);
  }
}

Listed read_list(const ReviewSomething& request, const Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto time =
      request.minutes
          ? insight::ReviewTime{.minutes = *request.minutes, .asked = true}
          : track::review_time(store, track, track::read_day(store, track, session.today));
  Listed listed{
      track::review_list(store, track, session.today,
                         {.time = time, .until = request.until, .retention = session.retention})};
  auto& [list, questions] = listed;
  if (std::ranges::any_of(list.due, is_drill) || std::ranges::any_of(list.apart, is_drill))
    questions = questions_of(track.curriculum.id, session);
  name_drills(list.due, questions, session);
  name_drills(list.apart, questions, session);
  return listed;
}

// What a round on a terminal ends with.
void close_round(const std::optional<RoundOutcome>& round, const Session& session) {
  if (!round) {
    session.say("Nothing was recorded.");
    return;
  }
  session.say(round->grades);
  session.say(report::standing_text(read_list({}, session).list));
  session.say(round->last_line);
}

ExitCode list_reviews(const ReviewSomething& request, const Session& session) {
  const auto listed = read_list(request, session);
  const auto& list = listed.list;
  if (!session.may_ask() || list.due.empty() || list.full) {
    session.show(list);
    return ExitCode::done;
  }
  session.answer(report::view(list, report::ReviewEnd::questions));
  session.answer("\n");
  auto items = list.due;
  for (std::size_t i = 0; i < list.again_today; ++i) items.push_back(list.apart[i]);
  close_round(go_through(items, listed.questions, session), session);
  return ExitCode::done;
}

// How a single thing went, which is asked for where somebody is there.
std::optional<Grade> asked_grade(const std::string& what, const Session& session) {
  if (!session.may_ask()) return std::nullopt;
  std::vector<Question> questions;
  Graded graded;
  {
    const auto store = store::Store::read(session.store);
    const auto track = track::load(store, session.track);
    const auto item = track::find_reviewable(store, track, what);
    graded.heading = item.title;
    if (item.of == curriculum::ReviewOf::drill)
      questions = questions_of(track.curriculum.id, session);
    for (const auto& question : questions)
      if (question.id.text() == item.item) graded.question = &question;
  }
  const auto answer = ask_grade(graded, session);
  return answer ? answer->grade : std::nullopt;
}

ExitCode run(const ReviewSomething& request, Session& session) {
  refuse_mixtures(request);
  if (!request.what) return list_reviews(request, session);
  const auto grade = request.grade ? request.grade : asked_grade(*request.what, session);
  if (!grade)
    throw Error(fmt::format("\"{}\" needs a grade; nothing was recorded", *request.what),
                fmt::format("gradus review {} --grade again, hard, good or easy", *request.what));
  return record_grade(request, *grade, session);
}

}  // namespace

void add_review(Command& gradus) {
  gradus.add_command<ReviewSomething>("review",
                                      "List what is due for review, and record how it went.",
                                      "  gradus review\n"
                                      "  gradus review --minutes 45\n"
                                      "  gradus review 1a2b --grade good\n"
                                      "  gradus review window-race --grade 2 --on yesterday\n"
                                      "  gradus review --until 2027-03-15\n",
                                      describe_review);
}

}  // namespace gradus::cli
