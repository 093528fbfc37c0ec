#include "gradus/store/entries.hpp"

#include "cli/commands.hpp"
#include "cli/recording.hpp"

namespace gradus::cli {
namespace {

struct SolveProblem {
  Recording recording;
  std::string title;
  std::string topic;
  curriculum::Difficulty difficulty = curriculum::Difficulty::easy;
  int minutes = 0;
  std::optional<int> attempts;
  bool help_used = false;
  std::optional<std::string> platform;
  std::optional<std::string> url;
  std::optional<std::string> language;
};

void describe_solve(Command& solve, SolveProblem& request) {
  solve.add_option("TITLE", request.title, "The problem's name").required();
  solve.add_option("-t,--topic", request.topic, "A topic of the curriculum")
      .required()
      .type_name("ID")
      .completes(Completion::topic);
  solve
      .add_choice("-d,--difficulty", request.difficulty, curriculum::difficulties, "How hard it is")
      .required();
  solve
      .add_option("-m,--minutes", request.minutes,
                  whole_number(1, static_cast<int>(journal::max_session.count())),
                  "How long it took")
      .required()
      .type_name("N");
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
  const auto& topic = curriculum::find_topic(track.curriculum, request.topic).id;
  const journal::Problem what{.title = request.title,
                              .topic = topic,
                              .difficulty = request.difficulty,
                              .minutes = journal::Minutes{request.minutes},
                              .attempts = attempts_of(request, topic, store, track),
                              .help_used = request.help_used,
                              .platform = request.platform,
                              .url = request.url,
                              .language = request.language};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace

void add_solve(Command& gradus) {
  gradus.add_command<SolveProblem>("solve", "Record a solved problem.",
                                   "  gradus solve \"Top earners\" --topic window-functions "
                                   "--difficulty hard --minutes 7\n"
                                   "  gradus solve \"Trips and users\" --topic joins "
                                   "--difficulty medium --minutes 25 --attempts 2 --help-used\n",
                                   describe_solve);
}

}  // namespace gradus::cli
