#include "gradus/report/review.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/report/links.hpp"
#include "gradus/track/review.hpp"
#include "gradus/track/today.hpp"

#include "cli/browser.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

using insight::ReviewItem;
using recall::Grade;

struct ReviewSomething {
  Recording recording;
  std::optional<std::string> what;
  std::optional<Grade> grade;
  std::optional<calendar::Minutes> minutes;
  std::optional<calendar::Date> until;
};

// The grade's word, its first letter or its number, in any case.
std::optional<Grade> parse_grade(const std::string& text) {
  const auto word = lower(text);
  for (const auto grade : recall::grades) {
    const auto full = name(grade);
    if (word == full || word == full.substr(0, 1) ||
        word == std::to_string(static_cast<int>(grade)))
      return grade;
  }
  return std::nullopt;
}

Grade read_grade(const Typed& typed) {
  if (const auto grade = parse_grade(typed.text)) return *grade;
  throw Error(fmt::format("{} \"{}\" is no grade", typed.name, typed.text),
              "again (not recalled), hard, good or easy; or 1 to 4");
}

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

bool may_ask(const Session& session) {
  return session.world.terminal_width.has_value() && !session.no_input && !session.json &&
         !session.quiet;
}

// Records one grade, at once, so that nothing is lost when the learner leaves. The last line says
// when it comes up again.
ExitCode record_grade(const std::string& what, Grade grade, const Recording& recording,
                      const Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto item = track::find_reviewable(store, track, what);
  const journal::Review review{.item = item.item, .of = item.of, .grade = static_cast<int>(grade)};
  const auto recorded =
      track::record_review(store, track, new_entry(recording, review, session), item, session.today,
                           session.world.clock(), session.retention);
  const auto& entry = recorded.entry.entry;
  commit(store, fmt::format("review of {}: {}", item.title, name(grade)), session);
  warn(recorded.entry.warnings, entry, track.plan, session);
  if (session.json) {
    session.answer(report::review_json(entry, recorded.item));
    return ExitCode::done;
  }
  const auto next = report::next_text(recorded.item, session.today);
  session.say(recorded.counted_before
                  ? fmt::format("{}: the day's first grade counts, so this one moves nothing; {}",
                                item.title, next)
                  : fmt::format("{}: {}", item.title, next));
  session.say(last_line(fmt::format("Recorded {} for {} on {} as {}", name(grade), item.title,
                                    entry.on.with_weekday(), recorded.entry.short_id),
                        track.name, store));
  return ExitCode::done;
}

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

enum class Step { next, leave };

// Asks how one item went, until there is an answer that says so.
Step go_through(const ReviewItem& item, const std::string& title, const Session& session) {
  for (;;) {
    const auto answer = session.offer(fmt::format(
        "{}\nHow did it go? again, hard, good, easy; open its page, skip, quit: ", title));
    if (!answer) return Step::leave;
    const auto word = lower(*answer);
    if (word == "q" || word == "quit") return Step::leave;
    if (word.empty() || word == "s" || word == "skip") return Step::next;
    if (word == "o" || word == "open") {
      open_page(item, session);
    } else if (const auto grade = parse_grade(word)) {
      (void)record_grade(item.id, *grade, {}, session);
      return Step::next;
    } else {
      session.say(
          "Type again, hard, good or easy, or their first letter; o opens its page, s "
          "skips it, q leaves.");
    }
  }
}

void go_through(const std::vector<ReviewItem>& items, const Session& session) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto title = fmt::format("{} of {}: {}", i + 1, items.size(), report::describe(items[i]));
    if (go_through(items[i], title, session) == Step::leave) return;
  }
}

insight::ReviewList read_list(const ReviewSomething& request, const Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  auto minutes = request.minutes;
  if (!minutes) minutes = track::planned_review(track::read_day(store, track, session.today));
  return track::review_list(store, track, session.today,
                            {.minutes = minutes.value_or(track::usual_review),
                             .until = request.until,
                             .retention = session.retention});
}

ExitCode list_reviews(const ReviewSomething& request, const Session& session) {
  const auto list = read_list(request, session);
  session.show(list);
  if (!may_ask(session)) return ExitCode::done;
  auto items = list.due;
  for (std::size_t i = 0; i < list.again_today; ++i) items.push_back(list.apart[i]);
  go_through(items, session);
  return ExitCode::done;
}

ExitCode run(const ReviewSomething& request, Session& session) {
  refuse_mixtures(request);
  if (!request.what) return list_reviews(request, session);
  if (request.grade) return record_grade(*request.what, *request.grade, request.recording, session);
  const auto answer =
      may_ask(session) ? session.ask("How did it go? again, hard, good, easy: ") : std::nullopt;
  const auto grade = answer ? parse_grade(*answer) : std::nullopt;
  if (!grade)
    throw Error(fmt::format("\"{}\" needs a grade; nothing was recorded", *request.what),
                fmt::format("gradus review {} --grade again, hard, good or easy", *request.what));
  return record_grade(*request.what, *grade, request.recording, session);
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
