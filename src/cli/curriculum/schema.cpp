#include "gradus/curriculum/builtin.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace gradus::cli {
namespace {

struct PrintSchema {};

ExitCode run(const PrintSchema&, Session& session) {
  session.answer(curriculum::builtin_text("schema/curriculum.schema.json"));
  return ExitCode::done;
}

}  // namespace

void add_curriculum_schema(Command& curriculum) {
  curriculum.add_command<PrintSchema>("schema", "Print the JSON Schema of the format, for editors.",
                                      "  gradus curriculum schema > curriculum.schema.json\n");
}

}  // namespace gradus::cli
