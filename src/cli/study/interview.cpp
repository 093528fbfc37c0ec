#include "cli/option_values.hpp"
#include "cli/study/requests.hpp"

namespace gradus::cli {

ExitCode run(const RecordInterview& request, Session& session) {
  std::optional<double> score;
  if (!request.score.empty())
    score = static_cast<double>(read_number("--score", request.score, 0, 100));
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::MockInterview what{.area = request.area, .score = score};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace gradus::cli
