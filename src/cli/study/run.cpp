#include "cli/study/requests.hpp"

namespace gradus::cli {

ExitCode run(const RecordRun& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::Run what{.pipeline = request.pipeline, .ok = request.ok};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace gradus::cli
