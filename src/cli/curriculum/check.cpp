#include "gradus/lint/check.hpp"

#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/text/plural.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/curriculum/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

struct CheckCurriculum {
  std::string file;
};

void describe_curriculum_check(Command& check, CheckCurriculum& request) {
  check.add_option("FILE", request.file, "The file to check, or the id of a known curriculum")
      .required()
      .completes(Completion::curriculum);
}

// A line for each finding, and one below it for what to change.
std::string listing(const std::string& file, const std::vector<text::Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += report::visible(finding.text(file)) + '\n';
    text += "  fix: " + report::visible(finding.fix) + '\n';
  }
  return text;
}

ExitCode run(const CheckCurriculum& request, Session& session) {
  const CurriculumFile file = find_curriculum(request.file, session);
  const auto loaded = lint::check(file.text);
  const ExitCode code = loaded.curriculum   ? ExitCode::done
                        : loaded.over_limit ? ExitCode::usage
                                            : ExitCode::no;
  if (session.json) {
    session.answer(report::findings_json(file.name, loaded.findings));
    return code;
  }
  session.answer_in_words(listing(file.name, loaded.findings));
  const auto errors =
      std::ranges::count(loaded.findings, text::Severity::error, &text::Finding::severity);
  const auto advice = static_cast<long>(loaded.findings.size()) - errors;
  session.answer_in_words(fmt::format(
      "{}, {} of advice: the curriculum {}\n", text::counted(errors, "error"),
      text::counted(advice, "piece"), errors == 0 ? "can be used" : "can't be used yet"));
  return code;
}

}  // namespace

void add_curriculum_check(Command& curriculum) {
  curriculum.add_command<CheckCurriculum>(
      "check", "Report everything that is wrong with a curriculum file, each with a fix.",
      "  gradus curriculum check ./mine.json\n"
      "  gradus curriculum check ./mine.json --json\n",
      describe_curriculum_check);
}

}  // namespace gradus::cli
