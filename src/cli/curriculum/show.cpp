#include "gradus/curriculum/load.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/curriculum/files.hpp"

namespace gradus::cli {
namespace {

struct ShowCurriculum {
  std::optional<std::string> curriculum;  // an id, or a file
};

void describe_curriculum_show(Command& show, ShowCurriculum& request) {
  show.add_option("CURRICULUM", request.curriculum,
                  "An id, or a file (default: the track's own, as it was loaded)")
      .completes(Completion::curriculum);
}

CurriculumFile file_of(const ShowCurriculum& request, const Session& session) {
  if (request.curriculum) return find_curriculum(*request.curriculum, session);
  const auto track = store::find_track(store::Store::read(session.store), session.track);
  return {{track.curriculum.text(), track.curriculum_text}, false};
}

ExitCode run(const ShowCurriculum& request, Session& session) {
  const CurriculumFile file = file_of(request, session);
  const auto curriculum = curriculum::load_or_throw(file.text, file.name);
  if (session.json)
    session.answer(file.text);
  else
    session.page(report::view(curriculum));
  return ExitCode::done;
}

}  // namespace

void add_curriculum_show(Command& curriculum) {
  curriculum.add_command<ShowCurriculum>(
      "show", "Show a curriculum; with --json the file itself, as a start for your own.",
      "  gradus curriculum show\n"
      "  gradus curriculum show de-roadmap\n"
      "  gradus curriculum show watercolour --json > mine.json\n",
      describe_curriculum_show);
}

}  // namespace gradus::cli
