#include "gradus/insight/drill.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/report/drills.hpp"
#include "gradus/track/drill.hpp"

#include "cli/commands.hpp"
#include "cli/decisions/tables.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"
#include "cli/show.hpp"
#include "cli/study/answer.hpp"
#include "cli/study/drill_table.hpp"
#include "cli/study/keep_drill.hpp"
#include "cli/study/questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

using curriculum::Question;
using std::chrono::seconds;

enum class RecordedAs { drill, interview };
constexpr auto recorded_as =
    named<RecordedAs>({{RecordedAs::drill, "drill"}, {RecordedAs::interview, "interview"}});
constexpr std::string_view name(RecordedAs as) {
  return recorded_as.name(as);
}

constexpr int most_items = 1000;

// Shorter than this, an answer is no mock interview.
constexpr seconds least_interview{600};

struct DrillRequest {
  std::optional<std::string> id;
  bool list = false;
  QuestionFilter filter;
  std::optional<int> items;
  std::optional<int> seed;
  bool points = false;
  std::optional<seconds> taken;
  std::optional<Said> said;
  std::optional<GivenScore> score;
  RecordedAs as = RecordedAs::drill;
  Recording recording;

  [[nodiscard]] bool gives_answer() const { return taken || said || score; }
};

void describe_drill(Command& drill, DrillRequest& request) {
  drill
      .add_option("ID", request.id,
                  "A question or a decision table (default: the question that the open tier has "
                  "due, else one never asked)")
      .completes(Completion::question);
  drill.add_flag("--list", request.list, "List the questions instead of asking one");
  drill.add_option("-t,--topic", request.filter.topic, "Only questions on this topic")
      .type_name("ID")
      .completes(Completion::topic);
  drill.add_option("--tier", request.filter.tier, "Only questions of this tier")
      .type_name("ID")
      .completes(Completion::tier);
  drill.add_option("--module", request.filter.module, "Only questions of this module")
      .type_name("ID")
      .completes(Completion::module);
  drill
      .add_option("--items", request.items, whole_number(1, most_items),
                  "How many items of a table to ask (default: as a quiz on it does, else 8)")
      .type_name("N");
  drill
      .add_option("--seed", request.seed, whole_number(0, std::numeric_limits<int>::max()),
                  "Choose by this number instead of the day; a table's items, instead of chance")
      .type_name("N");
  drill.add_flag("--points", request.points,
                 "Show the points of a good answer, or a table's answers, at once");
  drill
      .add_option("--seconds", request.taken, read_taken,
                  "How long your answer took: 95, 1:35 or 3m")
      .type_name("S");
  drill
      .add_option("--said", request.said, read_said,
                  "The points that you said: their numbers, such as 1,3, or all, or none")
      .type_name("POINTS");
  drill
      .add_option("--score", request.score, read_drill_score,
                  "The score of your answer instead: 0 to 1, 60% or 3/5")
      .type_name("S");
  drill.add_choice("--as", request.as, recorded_as,
                   "Record it as a drill, or a long answer as a mock interview");
  add_recording_options(drill, request.recording);
}

// Questions, and what the journal says of them.
struct Deck {
  std::vector<Question> questions;
  insight::DrillState state;
};

bool has_store(const Session& session) {
  return session.track || std::filesystem::exists(session.store.file);
}

Deck read_deck(const Session& session) {
  if (!has_store(session))
    return {known_questions(curriculum::CurriculumId(curriculum::default_curriculum), session),
            {.today = session.today}};
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  return {known_questions(track.curriculum.id, session),
          track::drill_state(store, track, session.today, session.retention)};
}

// The list needs no store: one that can't be used doesn't matter.
curriculum::Curriculum curriculum_to_list(const Session& session) {
  try {
    return curriculum_at_hand(session);
  } catch (const store::NotFound&) {
    throw;
  } catch (const store::Error&) {
    return usual_curriculum();
  }
}

ExitCode list(const DrillRequest& request, const Session& session) {
  if (request.id || request.gives_answer() || request.seed || request.points)
    throw Error("--list lists questions, and asks none of them",
                "gradus drill --list, or gradus drill ID");
  const auto curriculum = curriculum_to_list(session);
  session.show_paged(
      in_tier_order(filtered(known_questions(curriculum.id, session), request.filter), curriculum));
  return ExitCode::done;
}

// Throws Error for a question that is too short to be a mock interview.
void require_interview(const Question& question) {
  if (question.interview) return;
  throw Error(fmt::format("{} is one question of many, and no mock interview", question.id.text()),
              "gradus drill --list shows those that can be one; a round of your own: "
              "gradus interview AREA --score N");
}

// "2 of 5 points (40 %), 0:12 over the limit: not passed, which takes two thirds of the points in
// time"
std::string verdict_text(const Question& question, const DrillAnswer& answer, bool passed) {
  auto text = fmt::format("{}{:.0f}%", answer.as_percent ? "Read as " : "", answer.share * 100);
  if (answer.said)
    text = fmt::format("{} of {} points ({})", *answer.said, question.points.size(), text);
  if (question.limit && answer.taken > *question.limit)
    text += fmt::format(", {} over the limit", report::clock_text(answer.taken - *question.limit));
  if (passed) return text + ": passed";
  return text + fmt::format(": not passed, which takes two thirds of the points{}",
                            question.limit ? " in time" : "");
}

ExitCode record_drill(const DrillRequest& request, const Question& question,
                      const DrillAnswer& answer, Session& session, const std::string& remark) {
  const bool passed = insight::passes(question, answer.taken, answer.share);
  const journal::Drill what{.drill = question.id.text(),
                            .seconds = answer.taken,
                            .limit_seconds = question.limit,
                            .passed = passed,
                            .score = answer.share};
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  return keep_drill(what, remark + verdict_text(question, answer, passed), request.recording, store,
                    track, session);
}

ExitCode record_interview(const DrillRequest& request, const Question& question,
                          const DrillAnswer& answer, Session& session) {
  const journal::MockInterview what{.area = question.interview.value(),
                                    .score = answer.share * 100};
  auto recording = request.recording;
  if (recording.note.empty()) recording.note = "question " + question.id.text();
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto remark =
      answer.as_percent ? fmt::format("Read as {:.0f}%.", answer.share * 100) : std::string();
  return record(store, track, new_entry(recording, what, session), session, remark);
}

ExitCode record_given(const DrillRequest& request, Session& session) {
  if (!request.id)
    throw Error("an answer needs the question's id", "gradus drill ID --seconds 95 --said 1,3");
  if (request.said && request.score)
    throw Error("--said and --score both say how good it was", "give one of them");
  const auto questions = known_questions(curriculum_at_hand(session).id, session);
  const auto& question = find_question(questions, *request.id, session);
  if (!request.taken || (!request.said && !request.score))
    throw Error(fmt::format("how {} is missing",
                            request.taken ? "good the answer was" : "long the answer took"),
                fmt::format("gradus drill {} --seconds 95 --said 1,3", question.id.text()));
  const DrillAnswer answer{
      .taken = *request.taken,
      .share = request.said ? request.said->share_of(question) : request.score->share,
      .said = request.said ? std::optional(request.said->count_of(question)) : std::nullopt,
      .as_percent = request.score && request.score->as_percent};
  if (request.as == RecordedAs::drill) return record_drill(request, question, answer, session, "");
  require_interview(question);
  if (answer.taken < least_interview)
    throw rules::Error(
        fmt::format("an answer of {} is no mock interview, which takes at least {}",
                    report::clock_text(answer.taken), report::clock_text(least_interview)),
        "record it as a drill: leave --as interview out");
  return record_interview(request, question, answer, session);
}

const Question* choose(const DrillRequest& request, const Deck& deck, const Session& session) {
  if (request.id) return &find_question(deck.questions, *request.id, session);
  const auto day = std::chrono::sys_days{deck.state.today.ymd()}.time_since_epoch().count();
  return insight::next_question(deck.questions, deck.state,
                                static_cast<std::uint64_t>(request.seed.value_or(day)));
}

// On a terminal, where the answer can be recorded.
ExitCode ask_here(const DrillRequest& request, const Question& question, Session& session) {
  const auto answer = ask_for_answer(question, session);
  if (!answer) {
    session.say("Nothing was recorded.");
    return ExitCode::done;
  }
  if (request.as == RecordedAs::drill) return record_drill(request, question, *answer, session, "");
  if (answer->taken >= least_interview)
    return record_interview(request, question, *answer, session);
  return record_drill(request, question, *answer, session,
                      fmt::format("Under {}, so it is a drill and no mock interview. ",
                                  report::clock_text(least_interview)));
}

ExitCode ask(const DrillRequest& request, Session& session) {
  auto deck = read_deck(session);
  if (!request.id) deck.questions = filtered(std::move(deck.questions), request.filter);
  const auto* question = choose(request, deck, session);
  if (question != nullptr && request.as == RecordedAs::interview) require_interview(*question);
  const report::AskedQuestion asked{question, request.points, true};
  if (question == nullptr || request.points || session.json || session.no_input ||
      !has_store(session)) {
    session.show(asked);
    return ExitCode::done;
  }
  show_question(*question, session);
  const auto ready = session.offer("Enter starts the clock, Ctrl-D leaves: ");
  if (ready) return ask_here(request, *question, session);
  session.answer("\n");
  session.answer(report::recording_view(*question));
  return ExitCode::done;
}

// The table that is meant; nullopt if it is a question or nothing known. A question goes before a
// table of its name.
std::optional<decisions::Table> table_meant(const DrillRequest& request, const Session& session) {
  if (!request.id || request.list) return std::nullopt;
  auto table = known_table(*request.id, session);
  if (!table) return std::nullopt;
  const auto questions = known_questions(curriculum_at_hand(session).id, session);
  const auto is_it = [&](const Question& question) { return question.id.text() == *request.id; };
  return std::ranges::any_of(questions, is_it) ? std::nullopt : std::move(table);
}

ExitCode run_table(const decisions::Table& table, const DrillRequest& request, Session& session) {
  const auto& [tier, topic, module] = request.filter;
  if (tier || topic || module)
    throw Error("an id names the table, so nothing else can choose it",
                "leave out --tier, --topic and --module");
  if (request.said)
    throw Error("--said names points of a question, and a table has items",
                fmt::format("gradus drill {} --seconds 240 --score 7/8", table.id));
  if (request.as == RecordedAs::interview)
    throw Error(fmt::format("a round of {} is no mock interview", table.id),
                "leave --as interview out");
  return drill_table(table,
                     {.items = request.items,
                      .seed = request.seed,
                      .answers = request.points,
                      .taken = request.taken,
                      .score = request.score,
                      .recording = request.recording},
                     session);
}

ExitCode run(const DrillRequest& request, Session& session) {
  const auto& [tier, topic, module] = request.filter;
  if (const auto table = table_meant(request, session)) return run_table(*table, request, session);
  if (request.items)
    throw Error("--items is how many items of a decision table to ask",
                "gradus drill TABLE --items 8; gradus decide lists the tables");
  if (request.id && !request.list && (tier || topic || module || request.seed))
    throw Error("an id names the question, so nothing else can choose it",
                "leave out --tier, --topic, --module and --seed, or the id");
  if (request.list) return list(request, session);
  if (request.gives_answer()) return record_given(request, session);
  return ask(request, session);
}

}  // namespace

void add_drill(Command& gradus) {
  gradus.add_command<DrillRequest>(
      "drill", "Practise an interview question, a timed drill or a decision table.",
      "  gradus drill\n"
      "  gradus drill --list --tier sql\n"
      "  gradus drill plan-aloud\n"
      "  gradus drill plan-aloud --seconds 55 --said 1,2,4\n"
      "  gradus drill join-method --items 8\n"
      "  gradus drill design-clickstream --as interview --seconds 25m --score 70%\n",
      describe_drill);
}

}  // namespace gradus::cli
