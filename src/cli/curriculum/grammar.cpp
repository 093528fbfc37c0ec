#include "cli/command.hpp"
#include "cli/curriculum/requests.hpp"

namespace gradus::cli {
namespace {

void describe_curriculum(Command& curriculum) {
  curriculum.add_command<ListCurricula>("list", "List the curricula that are known by name.",
                                        "  gradus curriculum list\n");
  curriculum.add_command<ShowCurriculum>(
      "show", "Show a curriculum; with --json the file itself, a start for one of your own.",
      "  gradus curriculum show de-roadmap\n"
      "  gradus curriculum show watercolour --json > mine.json\n",
      [](Command& show, ShowCurriculum& request) {
        show.add_option("CURRICULUM", request.curriculum, "An id, or a file")
            .required()
            .completes(Completion::curriculum);
      });
  curriculum.add_command<CheckCurriculum>(
      "check", "Report everything that is wrong with a curriculum file.",
      "  gradus curriculum check ./mine.json\n", [](Command& check, CheckCurriculum& request) {
        check.add_option("FILE", request.file, "The file to check, or the id of a known curriculum")
            .required()
            .completes(Completion::curriculum);
      });
  curriculum.add_command<UseCurriculum>(
      "use", "Move the track to another version of its curriculum, and show what that changes.",
      "  gradus curriculum use ./mine.json --what-if\n"
      "  gradus curriculum use de-roadmap\n",
      [](Command& use, UseCurriculum& request) {
        use.add_option("FILE", request.file, "The version to use: a file, or a curriculum's id")
            .required()
            .completes(Completion::curriculum);
        use.add_flag("--what-if", request.what_if, "Show what would change, and store nothing");
      });
  curriculum.add_command<PrintSchema>("schema", "Print the JSON Schema of the format, for editors.",
                                      "  gradus curriculum schema > curriculum.schema.json\n");
}

}  // namespace

void add_curriculum_commands(Command& gradus) {
  gradus.add_family("curriculum", "List, show, check and use curricula, your own included.",
                    "  gradus curriculum list\n"
                    "  gradus curriculum check ./mine.json\n"
                    "  gradus curriculum use ./mine.json --what-if\n",
                    describe_curriculum);
}

}  // namespace gradus::cli
