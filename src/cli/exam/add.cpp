#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/exam.hpp"
#include "gradus/store/exam_plans.hpp"
#include "gradus/track/exam.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/exam/reviews.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

// A score, and what to say of how it was read; empty where it can't be misread.
struct ReadScore {
  double share = 0;  // 0 to 1
  std::string remark{};
};

struct AddMockExam {
  Recording recording;
  std::string exam;
  ReadScore score;
  std::vector<std::pair<std::string, ReadScore>> domains;
  bool timed = false;
};

ReadScore read_score(const Typed& typed) {
  ReadScore score{.share = read_exam_score(typed)};
  const bool bare = typed.text.find_first_of("%/") == std::string::npos;
  if (bare && read_decimal(typed, "74") >= 1)
    score.remark = fmt::format("{} was read as {}", typed.text, report::percent_text(score.share));
  return score;
}

std::pair<std::string, ReadScore> read_domain(const Typed& typed) {
  const auto equals = typed.text.find('=');
  if (equals == std::string::npos || equals == 0)
    throw Error(fmt::format("--domain \"{}\" is not a domain and a score", typed.text),
                "such as --domain security=0.6");
  const auto domain = typed.text.substr(0, typed.text.find_last_not_of(' ', equals - 1) + 1);
  const auto from = std::min(typed.text.find_first_not_of(' ', equals + 1), typed.text.size());
  const auto score = typed.text.substr(from);
  return {domain, read_score({"--domain " + domain, score, typed.session})};
}

void describe_exam_add(Command& add, AddMockExam& request) {
  add.add_option("EXAM", request.exam, "The exam's id").required().completes(Completion::exam);
  add.add_option("--score", request.score, read_score, "0 to 1, a percentage up to 100, or 37/50")
      .required()
      .type_name("S");
  add.add_option("--domain", request.domains, read_domain,
                 "The score of one domain; may be repeated")
      .type_name("DOMAIN=S");
  add.add_flag("--timed", request.timed, "You took it against the clock");
  add_recording_options(add, request.recording);
}

journal::MockExam mock_of(const AddMockExam& request, const std::string& exam) {
  journal::MockExam what{.exam = exam, .score = request.score.share, .timed = request.timed};
  for (const auto& [domain, score] : request.domains)
    if (!what.domains.emplace(domain, score.share).second)
      throw Error(fmt::format("--domain {} was given twice", domain), "give each domain once");
  return what;
}

std::vector<std::string> remarks_of(const AddMockExam& request) {
  std::vector<std::string> remarks;
  if (!request.score.remark.empty()) remarks.push_back(request.score.remark);
  for (const auto& [domain, score] : request.domains)
    if (!score.remark.empty()) remarks.push_back(fmt::format("{}: {}", domain, score.remark));
  return remarks;
}

// The gate at hand asks for other exams: where it asks for mock exams at all.
std::optional<std::string> not_counted(const std::string& exam, const track::LoadedTrack& track) {
  const auto counted = track::exams_of_gate(track);
  if (counted.empty() || std::ranges::find(counted, exam) != counted.end()) return std::nullopt;
  return fmt::format("{} doesn't count for the open gate, which asks for {}", exam,
                     fmt::join(counted, ", "));
}

// The entry, and what stands of reviews after it.
std::string recorded_json(const journal::Entry& entry, const std::vector<plan::ExamLine>& reviews) {
  auto text = exchange::to_json(entry);
  text.pop_back();  // the brace that closes it
  return fmt::format("{},\"reviews\":{}}}\n", text, report::exam_lines_json(reviews));
}

ExitCode run(const AddMockExam& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto exam = track::find_exam(store, track, request.exam);
  const auto what = mock_of(request, exam.id);
  track::check_domains(what, exam);
  const auto entry = new_entry(request.recording, what, session);
  auto remarks = remarks_of(request);
  const journal::Entry mock{.id = entry.id, .on = entry.on, .what = entry.what};
  auto reviews = plan_reviews(store, track, exam, mock, session);
  std::ranges::move(reviews.news, std::back_inserter(remarks));
  if (auto other = not_counted(exam.id, track)) remarks.push_back(*std::move(other));
  const auto recorded = keep(store, track, entry, session);
  if (session.json)
    session.answer(recorded_json(recorded.entry, reviews.ahead));
  else
    say_recorded(recorded, entry, track.name, store, session,
                 fmt::format("{}", fmt::join(remarks, " · ")));
  return ExitCode::done;
}

}  // namespace

void add_exam_add(Command& exam) {
  exam.add_command<AddMockExam>("add", "Record a mock exam.",
                                "  gradus exam add dea-c01 --score 74 --timed\n"
                                "  gradus exam add dea-c01 --score 0.8 --domain security=0.6 --on "
                                "yesterday\n",
                                describe_exam_add);
}

}  // namespace gradus::cli
