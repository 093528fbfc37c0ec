#include "gradus/lint/check.hpp"

#include "gradus/decisions/check_curriculum.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/curriculum/files.hpp"
#include "cli/curriculum/findings.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
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

// What is said of the file, its decision tables included, by line.
std::vector<text::Finding> all_findings(curriculum::Loaded& loaded, const std::string& json) {
  auto findings = std::move(loaded.findings);
  if (loaded.over_limit) return findings;
  const auto parsed = text::parse_json(json);
  if (parsed.failure) return findings;
  auto of_tables = decisions::check_curriculum(parsed.root);
  std::ranges::move(of_tables, std::back_inserter(findings));
  std::ranges::stable_sort(findings, {}, &text::Finding::line);
  return findings;
}

ExitCode run(const CheckCurriculum& request, Session& session) {
  const CurriculumFile file = find_curriculum(request.file, session);
  auto loaded = lint::check(file.text);
  const auto findings = all_findings(loaded, file.text);
  tell_findings(file.name, findings, "curriculum", session);
  if (loaded.over_limit) return ExitCode::usage;
  const bool errors = std::ranges::find(findings, text::Severity::error,
                                        &text::Finding::severity) != findings.end();
  return errors ? ExitCode::no : ExitCode::done;
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
