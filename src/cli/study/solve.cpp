#include "cli/option_values.hpp"
#include "cli/study/requests.hpp"

namespace gradus::cli {

ExitCode run(const SolveProblem& request, Session& session) {
  const auto minutes = read_number("--minutes", request.minutes, 1, journal::max_session.count());
  const auto attempts = read_number("--attempts", request.attempts, 1, 10'000);
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::Problem what{.title = request.title,
                              .topic = curriculum::find_topic(track.curriculum, request.topic).id,
                              .difficulty = request.difficulty,
                              .minutes = journal::Minutes{minutes},
                              .attempts = static_cast<int>(attempts),
                              .help_used = request.help_used,
                              .platform = given(request.platform),
                              .url = given(request.url),
                              .language = given(request.language)};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace gradus::cli
