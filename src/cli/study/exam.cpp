#include "gradus/track/track.hpp"

#include "cli/error.hpp"
#include "cli/option_values.hpp"
#include "cli/recording.hpp"
#include "cli/study/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

std::map<std::string, double> read_domains(const std::vector<std::string>& given) {
  std::map<std::string, double> domains;
  for (const auto& each : given) {
    const auto equals = each.find('=');
    if (equals == std::string::npos || equals == 0)
      throw Error(fmt::format("--domain \"{}\" is not a domain and a score", each),
                  "such as --domain security=0.6");
    const auto domain = each.substr(0, equals);
    if (!domains.emplace(domain, read_exam_score("--domain " + domain, each.substr(equals + 1)))
             .second)
      throw Error(fmt::format("--domain {} stands twice", domain), "give each domain once");
  }
  return domains;
}

}  // namespace

ExitCode run(const AddMockExam& request, Session& session) {
  const journal::MockExam what{.exam = request.exam,
                               .score = read_exam_score("--score", request.score),
                               .timed = request.timed,
                               .domains = read_domains(request.domains)};
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace gradus::cli
