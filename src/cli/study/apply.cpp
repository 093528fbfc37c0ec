#include "cli/option_values.hpp"
#include "cli/study/requests.hpp"

namespace gradus::cli {

ExitCode run(const RecordApplication& request, Session& session) {
  auto store = store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  const journal::Application what{
      .company = request.company, .role = given(request.role), .status = given(request.status)};
  return record(store, open, new_entry(request.recording, what, open, store, session), session);
}

}  // namespace gradus::cli
