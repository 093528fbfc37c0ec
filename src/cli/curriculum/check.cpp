#include "gradus/lint/check.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/curriculum/files.hpp"
#include "cli/curriculum/findings.hpp"

#include <string>

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

ExitCode run(const CheckCurriculum& request, Session& session) {
  const CurriculumFile file = find_curriculum(request.file, session);
  const auto loaded = lint::check(file.text);
  const ExitCode code = loaded.curriculum   ? ExitCode::done
                        : loaded.over_limit ? ExitCode::usage
                                            : ExitCode::no;
  tell_findings(file.name, loaded.findings, "curriculum", session);
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
