#include "cli/commands.hpp"
#include "cli/recording.hpp"

namespace gradus::cli {
namespace {

struct RecordRun {
  Recording recording;
  bool ok = false;
  std::string pipeline;
};

void describe_run(Command& run, RecordRun& request) {
  run.add_choice(
         "RESULT", {"ok", "failed"},
         [&request](const std::string& word) { request.ok = word == "ok"; }, "How the run ended")
      .required();
  run.add_option("PIPELINE", request.pipeline, "The pipeline's name").required();
  add_recording_options(run, request.recording);
}

ExitCode run(const RecordRun& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::Run what{.pipeline = request.pipeline, .ok = request.ok};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace

void add_run(Command& gradus) {
  gradus.add_command<RecordRun>("run", "Record a run of one of your pipelines.",
                                "  gradus run ok nightly-etl\n"
                                "  gradus run failed nightly-etl --on yesterday\n",
                                describe_run);
}

}  // namespace gradus::cli
