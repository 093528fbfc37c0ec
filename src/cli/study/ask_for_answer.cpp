#include "gradus/report/drills.hpp"
#include "gradus/report/timer.hpp"

#include "cli/error.hpp"
#include "cli/study/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace gradus::cli {
namespace {

using curriculum::Question;
using std::chrono::seconds;

constexpr auto ring = "\a";
constexpr int most_tries = 3;  // at a question that is answered with something else

// Counts up, or down to the limit and on from there, until Enter is pressed.
class AnswerClock {
 public:
  AnswerClock(const Question& question, const Session& session)
      : limit_(question.limit), session_(session) {}

  // nullopt when nobody is there any more.
  [[nodiscard]] std::optional<seconds> run() const {
    session_.say(limit_ ? fmt::format("The clock runs: {}. Press Enter when you are done.",
                                      report::clock_text(*limit_))
                        : "The clock runs. Press Enter when you have answered.");
    for (seconds taken{0};; ++taken) {
      draw(taken);
      const auto heard = session_.world.listen(seconds{1});
      if (heard == Heard::end) return std::nullopt;
      if (heard == Heard::line) return std::max(taken, seconds{1});
    }
  }

 private:
  void draw(seconds taken) const {
    const bool just_over = limit_ && taken == *limit_;
    if (!session_.animation) {
      if (just_over) session_.say("Time is up. The clock goes on until you press Enter.");
    } else if (limit_ && taken < *limit_) {
      redraw(report::countdown_line("Left", *limit_ - taken, *limit_, session_.style));
    } else {
      redraw((just_over ? ring : "") + report::stopwatch_line(limit_ ? "Over by" : "Answering",
                                                              taken - limit_.value_or(seconds{0}),
                                                              session_.style));
    }
  }

  // Over the line that was drawn last.
  void redraw(const std::string& line) const { session_.answer("\r\x1b[K" + line); }

  std::optional<seconds> limit_;
  const Session& session_;
};

std::string taken_text(const Question& question, seconds taken) {
  const auto text = report::clock_text(taken);
  if (!question.limit) return fmt::format("You took {}.", text);
  const auto limit = report::clock_text(*question.limit);
  if (taken <= *question.limit) return fmt::format("You took {} of {}.", text, limit);
  return fmt::format("You took {}, {} more than {}.", text,
                     report::clock_text(taken - *question.limit), limit);
}

std::optional<DrillAnswer> ask_which(const Question& question, seconds taken,
                                     const Session& session) {
  const auto name = std::string("the answer");
  std::string trouble;
  for (int tries = 0; tries < most_tries; ++tries) {
    const auto answer = session.offer(
        trouble + "Which of them did you say? Numbers such as 1,3, or all, or none: ");
    if (!answer) return std::nullopt;
    try {
      const auto said = read_said({name, *answer, session});
      if (answer->find_first_not_of(" ,") != std::string::npos) {
        return DrillAnswer{taken, said.share_of(question), said.count_of(question)};
      }
      trouble = "An empty line says nothing.\n";
    } catch (const Error& error) {
      trouble = fmt::format("{}.\n", error.what());
    }
  }
  return std::nullopt;
}

}  // namespace

void show_question(const Question& question, const Session& session) {
  session.answer(report::view(report::AskedQuestion{&question}));
}

void reveal_points(const Question& question, const Session& session) {
  session.answer(report::points_view(question));
  session.answer("\n");
}

std::optional<DrillAnswer> ask_for_answer(const Question& question, const Session& session) {
  const auto taken = AnswerClock(question, session).run();
  if (!taken) return std::nullopt;
  session.say(taken_text(question, *taken));
  reveal_points(question, session);
  return ask_which(question, *taken, session);
}

}  // namespace gradus::cli
