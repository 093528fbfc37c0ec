#include "cli/study/requests.hpp"

namespace gradus::cli {

ExitCode run(const RecordRun& request, Session& session) {
  auto store = store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  const journal::Run what{.pipeline = request.pipeline, .ok = request.ok};
  return record(store, open, new_entry(request.recording, what, open, store, session), session);
}

}  // namespace gradus::cli
