#include "cli/option_values.hpp"
#include "cli/study/requests.hpp"

namespace gradus::cli {

ExitCode run(const RecordApplication& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::Application what{
      .company = request.company, .role = given(request.role), .status = given(request.status)};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace gradus::cli
