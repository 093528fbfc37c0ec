#include "cli/command.hpp"
#include "cli/curriculum/requests.hpp"

namespace gradus::cli {

void add_curriculum_commands(CLI::App& app, CommandLine& line) {
  CLI::App* curriculum =
      app.add_subcommand("curriculum", "List, show and check curricula, your own included.");
  curriculum->require_subcommand(1);
  curriculum->fallthrough();
  add_command(*curriculum, line, "list", "List the curricula that are known by name.",
              "  gradus curriculum list\n", std::make_shared<ListCurricula>());

  const auto show = std::make_shared<ShowCurriculum>();
  add_command(*curriculum, line, "show",
              "Show a curriculum; with --json the file itself, a start for one of your own.",
              "  gradus curriculum show de-roadmap\n"
              "  gradus curriculum show watercolour --json > mine.json\n",
              show)
      ->add_option("CURRICULUM", show->curriculum, "An id, or a file")
      ->required()
      ->type_name("ID|FILE");

  const auto check = std::make_shared<CheckCurriculum>();
  add_command(*curriculum, line, "check", "Report everything that is wrong with a curriculum file.",
              "  gradus curriculum check ./mine.json\n", check)
      ->add_option("FILE", check->file, "The file to check, or the id of a known curriculum")
      ->required();

  add_command(*curriculum, line, "schema", "Print the JSON Schema of the format, for editors.",
              "  gradus curriculum schema > curriculum.schema.json\n",
              std::make_shared<PrintSchema>());
}

}  // namespace gradus::cli
