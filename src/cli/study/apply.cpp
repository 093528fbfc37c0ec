#include "cli/commands.hpp"
#include "cli/recording.hpp"

namespace gradus::cli {
namespace {

struct RecordApplication {
  Recording recording;
  std::string company;
  std::optional<std::string> role;
  std::optional<std::string> status;
};

void describe_apply(Command& apply, RecordApplication& request) {
  apply.add_option("COMPANY", request.company, "The company you applied to").required();
  apply.add_option("--role", request.role, "The job you applied for").type_name("TEXT");
  apply.add_option("--status", request.status, "sent, interview, offer, …").type_name("TEXT");
  add_recording_options(apply, request.recording);
}

ExitCode run(const RecordApplication& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::Application what{
      .company = request.company, .role = request.role, .status = request.status};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace

void add_apply(Command& gradus) {
  gradus.add_command<RecordApplication>(
      "apply", "Record a job application.",
      "  gradus apply \"Acme Ltd\" --role \"Data engineer\" --status sent\n", describe_apply);
}

}  // namespace gradus::cli
