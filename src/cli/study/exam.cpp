#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace gradus::cli {
namespace {

struct AddMockExam {
  Recording recording;
  std::string exam;
  double score = 0;  // 0 to 1, as those of the domains
  std::vector<std::pair<std::string, double>> domains;
  bool timed = false;
};

std::pair<std::string, double> read_domain(const Typed& typed) {
  const auto equals = typed.text.find('=');
  if (equals == std::string::npos || equals == 0)
    throw Error(fmt::format("--domain \"{}\" is not a domain and a score", typed.text),
                "such as --domain security=0.6");
  const auto domain = typed.text.substr(0, equals);
  const auto score = typed.text.substr(equals + 1);
  return {domain, read_exam_score({"--domain " + domain, score, typed.session})};
}

void describe_exam_add(Command& add, AddMockExam& request) {
  add.add_option("EXAM", request.exam, "The exam's id").required();
  add.add_option("--score", request.score, read_exam_score,
                 "0 to 1, a percentage up to 100, or 37/50")
      .required()
      .type_name("S");
  add.add_option("--domain", request.domains, read_domain,
                 "The score of one domain; may be repeated")
      .type_name("DOMAIN=S");
  add.add_flag("--timed", request.timed, "You took it against the clock");
  add_recording_options(add, request.recording);
}

ExitCode run(const AddMockExam& request, Session& session) {
  journal::MockExam what{.exam = request.exam, .score = request.score, .timed = request.timed};
  for (const auto& [domain, score] : request.domains)
    if (!what.domains.emplace(domain, score).second)
      throw Error(fmt::format("--domain {} was given twice", domain), "give each domain once");
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace

void add_exam(Command& gradus) {
  gradus.add_family("exam", "Record mock exams.", "  gradus exam add dea-c01 --score 74 --timed\n",
                    [](Command& exam) {
                      exam.add_command<AddMockExam>(
                          "add", "Record a mock exam.",
                          "  gradus exam add dea-c01 --score 74 --timed\n"
                          "  gradus exam add dea-c01 --score 0.8 --domain security=0.6 --on "
                          "yesterday\n",
                          describe_exam_add);
                    });
}

}  // namespace gradus::cli
