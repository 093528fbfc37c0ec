#include "gradus/store/entries.hpp"
#include "gradus/track/choose_problem.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace gradus::cli {
namespace {

struct SolveProblem {
  Recording recording;
  std::string title;
  std::optional<std::string> topic;
  std::optional<curriculum::Difficulty> difficulty;
  // Either may say how long it took.
  std::optional<calendar::Minutes> minutes;
  std::optional<calendar::Minutes> minutes_option;
  std::optional<int> attempts;
  bool help_used = false;
  std::optional<std::string> platform;
  std::optional<std::string> url;
  std::optional<std::string> language;
};

calendar::Minutes read_minutes_word(const Typed& typed) {
  const auto& text = typed.text;
  if (text.find_first_of("0123456789") != std::string::npos) return read_minutes(typed);
  throw Error(fmt::format("\"{}\" is where the minutes should be", text),
              "a title of several words stands in quotes: gradus solve \"Big Countries\" N");
}

void describe_solve(Command& solve, SolveProblem& request) {
  solve.add_option("TITLE", request.title, "The problem's name").required();
  auto minutes = solve.add_option("MINUTES", request.minutes, read_minutes_word,
                                  "How long it took: 9, 9m or 1h30m");
  solve
      .add_option("-t,--topic", request.topic,
                  "A topic of the curriculum (default: that of the first problems that the "
                  "current week still asks for, else its tier, else the gate)")
      .type_name("ID")
      .completes(Completion::topic);
  solve.add_choice("-d,--difficulty", request.difficulty, curriculum::difficulties,
                   "How hard it is (default: likewise)");
  minutes.required_unless(
      solve.add_option("-m,--minutes", request.minutes_option, read_minutes, "The same as MINUTES")
          .type_name("N"));
  solve
      .add_option("--attempts", request.attempts, whole_number(1, journal::most_attempts),
                  "1: solved at the first try (default: one more than recorded for it)")
      .type_name("N");
  solve.add_flag("--help-used", request.help_used, "You used a solution, a hint or someone's help");
  solve.add_option("--platform", request.platform, "The site or book it comes from")
      .type_name("NAME");
  solve.add_option("--url", request.url, "The problem's address").type_name("URL");
  solve.add_option("--language", request.language, "sql, python, …").type_name("NAME");
  add_recording_options(solve, request.recording);
}

calendar::Minutes minutes_of(const SolveProblem& request) {
  const auto& [word, option] = std::pair(request.minutes, request.minutes_option);
  if (word && option)
    throw Error(fmt::format("{} and --minutes {} both say how long it took", word->count(),
                            option->count()),
                "give one of them");
  return (word ? word : option).value();
}

// Of which kind it is: as given, else as something asks for it.
struct Kind {
  curriculum::TopicId topic;
  curriculum::Difficulty difficulty;
  std::string taken{};  // what says so, where something was left out
};

[[noreturn]] void refuse_unasked(const std::optional<curriculum::TopicId>& topic,
                                 std::optional<curriculum::Difficulty> difficulty) {
  if (topic)
    throw Error(fmt::format("nothing asks for problems on {} now, so their difficulty is open",
                            topic->text()),
                "name it: --difficulty easy, medium or hard");
  if (difficulty)
    throw Error(
        fmt::format("nothing asks for {} problems now, so the topic is open", name(*difficulty)),
        "name it: --topic ID");
  throw Error("nothing asks for problems now, so topic and difficulty are open",
              "name them: --topic ID --difficulty easy, medium or hard");
}

// "w3 asks for easy joins", "the gate (sql-problems) asks for hard joins".
std::string taken_from(const track::AskedProblem& asked) {
  const auto* const week = std::get_if<curriculum::WeekId>(&asked.by);
  const auto by = week != nullptr ? week->text()
                                  : fmt::format("the gate ({})",
                                                std::get<curriculum::CriterionId>(asked.by).text());
  return fmt::format("It counts as {} {}, which {} asks for. To say otherwise: -t, -d",
                     name(asked.difficulty), asked.topic.text(), by);
}

Kind kind_of(const SolveProblem& request, const store::Store& store,
             const track::LoadedTrack& track, calendar::Date day) {
  std::optional<curriculum::TopicId> topic;
  if (request.topic) topic = curriculum::find_topic(track.curriculum, *request.topic).id;
  if (topic && request.difficulty) return {*topic, *request.difficulty};
  const auto asked = track::asked_problems(store, track, day, request.recording.week);
  const auto chosen = track::choose_problem(asked, topic, request.difficulty);
  if (!chosen) refuse_unasked(topic, request.difficulty);
  return {chosen->topic, chosen->difficulty, taken_from(*chosen)};
}

// 1, or one more than it took the last time.
int attempts_of(const SolveProblem& request, const curriculum::TopicId& topic,
                const store::Store& store, const track::LoadedTrack& track) {
  if (request.attempts) return *request.attempts;
  const auto solutions = store::solutions_of(store, track.id, topic, request.title);
  return journal::next_attempt(solutions ? solutions->attempts : 0);
}

ExitCode run(const SolveProblem& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto kind = kind_of(request, store, track, day_of(request.recording, session));
  const journal::Problem what{.title = request.title,
                              .topic = kind.topic,
                              .difficulty = kind.difficulty,
                              .minutes = minutes_of(request),
                              .attempts = attempts_of(request, kind.topic, store, track),
                              .help_used = request.help_used,
                              .platform = request.platform,
                              .url = request.url,
                              .language = request.language};
  return record(store, track, new_entry(request.recording, what, session), session, kind.taken);
}

}  // namespace

void add_solve(Command& gradus) {
  gradus.add_command<SolveProblem>("solve", "Record a solved problem.",
                                   "  gradus solve \"Big Countries\" 3\n"
                                   "  gradus solve \"Top earners\" 7 --topic window-functions "
                                   "--difficulty hard\n"
                                   "  gradus solve \"Trips and users\" --topic joins "
                                   "--difficulty medium --minutes 25 --attempts 2 --help-used\n",
                                   describe_solve);
}

}  // namespace gradus::cli
