#include "gradus/curriculum/load.hpp"
#include "gradus/report/lists.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/curriculum/files.hpp"
#include "cli/show.hpp"

namespace gradus::cli {
namespace {

struct ListCurricula {};

ExitCode run(const ListCurricula&, Session& session) {
  std::vector<report::ListedCurriculum> listed;
  for (const auto& file : list_curricula(session)) {
    auto loaded = curriculum::load(file.text);
    listed.push_back({file.name, file.built_in, std::move(loaded.curriculum)});
  }
  session.show(listed);
  return ExitCode::done;
}

}  // namespace

void add_curriculum_list(Command& curriculum) {
  curriculum.add_command<ListCurricula>("list", "List the curricula that are known by name.",
                                        "  gradus curriculum list\n");
}

}  // namespace gradus::cli
