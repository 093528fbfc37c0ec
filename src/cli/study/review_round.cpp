#include "cli/study/review_round.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/report/drills.hpp"
#include "gradus/report/links.hpp"
#include "gradus/report/review.hpp"

#include "cli/browser.hpp"
#include "cli/study/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>

namespace gradus::cli {
namespace {

using curriculum::Question;
using insight::ReviewItem;
using recall::Grade;

void open_page(const ReviewItem& item, const Session& session) {
  if (!item.url || !report::starts_with_link(*item.url)) {
    session.say(item.of == curriculum::ReviewOf::problem
                    ? fmt::format("No address is recorded of it. Add one: gradus edit {} --url URL",
                                  item.short_id)
                    : "A drill has no page.");
    return;
  }
  session.say(*item.url);
  if (!show_in_browser(*item.url, session))
    session.warn("no program here could open it: set BROWSER to yours, or follow the address");
}

bool is_one_of(const std::string& word, char letter, const char* whole) {
  return word == std::string(1, letter) || word == whole;
}

const Question* question_of(const ReviewItem& item, const std::vector<Question>& questions) {
  if (item.of != curriculum::ReviewOf::drill) return nullptr;
  const auto found = std::ranges::find_if(
      questions, [&](const Question& each) { return each.id.text() == item.id; });
  return found == questions.end() ? nullptr : &*found;
}

// What may be typed besides a grade.
std::string others_to_type(const Graded& graded) {
  return fmt::format(
      "{}{}s skips it, q leaves.",
      graded.question != nullptr ? "p shows the points of a good answer, " : "",
      graded.listed != nullptr && graded.question == nullptr ? "o opens its page, " : "");
}

std::string question_text(const Graded& graded) {
  const auto* const other = graded.question != nullptr ? "points of a good answer, "
                            : graded.listed != nullptr ? "open its page, "
                                                       : "";
  return fmt::format("{}\nHow did it go? again, hard, good, easy; {}skip, quit: ", graded.heading,
                     other);
}

// "3 reviewed: 1 again, 2 good."
std::string counted_grades(const std::map<Grade, int>& grades) {
  int sum = 0;
  std::string text;
  for (const auto& [grade, count] : grades) {
    sum += count;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, name(grade));
  }
  return fmt::format("{} reviewed: {}.", sum, text);
}

}  // namespace

std::optional<GradeAnswer> ask_grade(const Graded& graded, const Session& session) {
  if (graded.question != nullptr) show_question(*graded.question, session);
  for (;;) {
    const auto answer = session.offer(question_text(graded));
    if (!answer) return std::nullopt;
    const auto word = lower(*answer);
    if (is_one_of(word, 'q', "quit")) return std::nullopt;
    if (is_one_of(word, 's', "skip")) return GradeAnswer{};
    if (const auto grade = parse_grade(word)) return GradeAnswer{grade};
    if (graded.question != nullptr && is_one_of(word, 'p', "points")) {
      reveal_points(*graded.question, session);
    } else if (graded.listed != nullptr && is_one_of(word, 'o', "open")) {
      open_page(*graded.listed, session);
    } else {
      session.say("Type again, hard, good or easy, or their first letter; " +
                  others_to_type(graded));
    }
  }
}

std::optional<RoundOutcome> go_through(const std::vector<ReviewItem>& items,
                                       const std::vector<Question>& questions,
                                       const Session& session) {
  std::map<Grade, int> grades;
  std::string last_line;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    const auto heading = fmt::format("{} of {}: {}", i + 1, items.size(), report::describe(item));
    const auto answer = ask_grade({heading, &item, question_of(item, questions)}, session);
    if (!answer) break;
    if (!answer->grade) continue;
    const auto kept = keep_grade(item.id, *answer->grade, {}, session);
    ++grades[*answer->grade];
    session.say(fmt::format("{}; recorded as {}", kept.comes_back, kept.recorded.entry.short_id));
    last_line = kept.last_line;
  }
  if (grades.empty()) return std::nullopt;
  const bool several = grades.size() > 1 || grades.begin()->second > 1;
  return RoundOutcome{counted_grades(grades),
                      last_line + (several ? " (once for each, the last first)" : "")};
}

}  // namespace gradus::cli
