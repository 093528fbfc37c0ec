#include "cli/commands.hpp"
#include "cli/recording.hpp"

namespace gradus::cli {
namespace {

struct RecordInterview {
  Recording recording;
  std::string area;
  std::optional<double> score;
};

void describe_interview(Command& interview, RecordInterview& request) {
  interview.add_option("AREA", request.area, "sql, python, system-design, …").required();
  interview.add_option("--score", request.score, read_interview_score, "0 to 100, 70% or 7/10")
      .type_name("S");
  add_recording_options(interview, request.recording);
}

ExitCode run(const RecordInterview& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::MockInterview what{.area = request.area, .score = request.score};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace

void add_interview(Command& gradus) {
  gradus.add_command<RecordInterview>("interview", "Record a mock interview.",
                                      "  gradus interview sql --score 70\n"
                                      "  gradus interview system-design --note \"no time left\"\n",
                                      describe_interview);
}

}  // namespace gradus::cli
